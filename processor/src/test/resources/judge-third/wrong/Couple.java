// LAP206
package couple;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;
import java.util.ArrayDeque;
import java.util.Deque;

/** A cook waits for a full tray with the key of the kitchen; who fills trays needs that key. */
final class Couple {
  private Couple() {}

  @Shared
  interface House {
    Mutex kitchen();
  }

  abstract static class Tray {
    private final Deque<String> cups = new ArrayDeque<>();

    boolean isFull() {
      return cups.size() > 5;
    }

    @Synchronized
    void put(String cup) {
      cups.push(cup);
    }

    @Synchronized
    @WaitUntil("isFull")
    int clear() throws InterruptedException {
      int count = cups.size();
      cups.clear();
      return count;
    }
  }

  @Woven(uses = House.class)
  abstract static class Cook {
    private final Tray tray;

    Cook(Tray tray) {
      this.tray = tray;
    }

    @Synchronized(lock = "kitchen")
    int serve() throws InterruptedException { // here
      return tray.clear(); // here
    }

    @Synchronized(lock = "kitchen")
    void wash(String cup) {
      tray.put(cup);
    }
  }
}
