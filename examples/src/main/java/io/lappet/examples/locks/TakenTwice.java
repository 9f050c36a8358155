package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.WaitTimeoutException;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Synchronized;
import java.util.function.Consumer;

/** P19: a lock may be taken twice. A limit may not: whoever is inside counts, also oneself. */
abstract class TakenTwice {
  private final Consumer<String> out;

  TakenTwice(Consumer<String> out) {
    this.out = out;
  }

  @Synchronized(lock = "x")
  void outer() {
    inner();
  }

  @Synchronized(lock = "x")
  void inner() {
    out.accept("a lock, taken twice");
  }

  @Limit(permits = 1, timeout = "300ms")
  void enter(Runnable inside) {
    inside.run();
  }

  void run() {
    outer();
    try {
      enter(() -> enter(() -> out.accept("a limit, taken twice")));
    } catch (WaitTimeoutException e) {
      out.accept(e.getMessage());
    }
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenTakenTwice(fabric, System.out::println).run();
    }
  }
}
