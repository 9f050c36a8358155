package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Kitchen {
  private String turn = "cook";

  boolean isTurnOf(String who) {
    return turn.equals(who);
  }

  @Synchronized
  @WaitUntil("isTurnOf")
  void act(String who) throws InterruptedException {
    turn = who.equals("cook") ? "waiter" : "cook";
  }
}
