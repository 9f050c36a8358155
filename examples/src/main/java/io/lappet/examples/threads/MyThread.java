package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.function.Consumer;

/** P3: a class whose method is the body of a thread; two objects of it are two threads. */
abstract class MyThread {
  private final Consumer<String> out;

  MyThread(Consumer<String> out) {
    this.out = out;
  }

  void run() {
    out.accept("MyThread extended from Thread");
  }

  @Async("run")
  abstract Task<Void> start();

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenMyThread(fabric, System.out::println).start();
      new WovenMyThread(fabric, System.out::println).start();
    }
  }
}
