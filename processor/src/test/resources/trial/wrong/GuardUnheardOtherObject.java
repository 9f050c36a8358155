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
    return open && key.turned; //! LAP210
  }

  //+ @Synchronized
  void turn() {
    key.turn();
  }

  @Synchronized
  void unbolt() {
    open = true;
  }

  @Synchronized
  @WaitUntil("isUnlocked")
  void enter() throws InterruptedException {}
}
