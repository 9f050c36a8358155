package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Door {
  static class Key {
    volatile boolean turned;

    void turn() {
      turned = true;
    }
  }

  private final Key key = new Key();
  private boolean open;

  boolean isUnlocked() {
    return key.turned; //! LAP210 //= return open;
  }

  @Synchronized
  void turn() {
    key.turn();
    open = true;
  }

  @Synchronized
  @WaitUntil("isUnlocked")
  void enter() throws InterruptedException {}
}
