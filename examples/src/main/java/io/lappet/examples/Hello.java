package io.lappet.examples;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;

/** The smallest program: a line every second until it is told to end. */
abstract class Hello {
  @PeriodicTimer(every = "1s")
  void tick() {
    System.out.println("tick");
  }

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(WovenHello::new); // start, wait, stop cleanly on SIGTERM or Ctrl-C
  }
}
