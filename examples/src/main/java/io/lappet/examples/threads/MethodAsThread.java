package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.annotation.Async;
import java.util.function.Consumer;

/** P2: a method runs on a thread of its own. */
abstract class MethodAsThread {
  private final Consumer<String> out;

  MethodAsThread(Consumer<String> out) {
    this.out = out;
  }

  void func() {
    out.accept("func() passed to Thread");
  }

  @Async
  abstract void funcAsync();

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenMethodAsThread(fabric, System.out::println).funcAsync();
    }
  }
}
