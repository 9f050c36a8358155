package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Desk {
  private int free;

  abstract Channel<String> calls();

  boolean isFree() {
    return free > 0 || calls().trySend("more"); //! LAP220 //= return free > 0;
  }

  @Synchronized
  @WaitUntil("isFree")
  void sit() throws InterruptedException {
    free--;
  }

  @Synchronized
  void leave() {
    free++;
  }
}
