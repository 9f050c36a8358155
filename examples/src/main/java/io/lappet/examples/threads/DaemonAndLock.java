package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.annotation.Daemon;
import java.time.Duration;
import java.util.function.Consumer;

/** P1: a daemon prints beside a main program that asks a lock whether it is held, and takes it. */
abstract class DaemonAndLock {
  private final Duration unit;
  private final Consumer<String> out;
  private int count;

  DaemonAndLock(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Mutex counting();

  @Daemon
  void func() throws InterruptedException {
    for (int i = 0; i < 5; i++) {
      out.accept("func");
      fabric().sleep(unit);
    }
  }

  void run() throws InterruptedException {
    out.accept(String.valueOf(counting().isLocked()));
    counting().lock();
    try {
      count++;
      out.accept("count " + count);
    } finally {
      counting().unlock();
    }
    fabric().sleep(unit.multipliedBy(6));
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      fabric
          .start(new WovenDaemonAndLock(fabric, Duration.ofMillis(200), System.out::println))
          .run();
    }
  }
}
