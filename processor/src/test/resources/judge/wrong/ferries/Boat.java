package ferries;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Leaves with the tide. */
@Woven(uses = Port.class)
abstract class Boat {
  private final List<String> aboard = new ArrayList<>();

  @Synchronized(lock = "pier")
  void board(String name) {
    aboard.add(name);
  }

  @WaitUntil("tide") // here
  @Synchronized(lock = "pier")
  int leave() throws InterruptedException { // here
    int count = aboard.size();
    aboard.clear();
    return count;
  }
}
