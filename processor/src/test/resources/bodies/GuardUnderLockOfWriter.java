package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Moves {
  abstract static class Buffer {
    private final ArrayDeque<Integer> items = new ArrayDeque<>();

    boolean notEmpty() {
      return !items.isEmpty();
    }

    @Synchronized
    @WaitUntil("notEmpty")
    int take() throws InterruptedException {
      return items.removeFirst();
    }

    @Synchronized
    void put(int item) {
      items.add(item);
    }
  }

  abstract static class Mover {
    final Buffer source;
    private int moved;

    Mover(Buffer source) {
      this.source = source;
    }

    @Synchronized(lock = "moves") //= // Takes without the lock.
    void move() throws InterruptedException {
      source.take(); //! LAP206
    }

    @Synchronized(lock = "moves")
    void fill() {
      source.put(++moved);
    }

    @Synchronized(lock = "moves")
    int now() {
      return moved;
    }
  }
}
