package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Turnstile {
  private int inside;
  private int asked;

  boolean hasRoom() {
    asked++; //! LAP220 //=
    return inside < 10;
  }

  @Synchronized
  @WaitUntil("hasRoom")
  void enter() throws InterruptedException {
    inside++;
  }

  @Synchronized
  void leave() {
    inside--;
    asked--;
  }
}
