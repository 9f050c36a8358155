package io.lappet.examples.timers;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;
import java.util.function.Consumer;

/** P38: hello, again and again, and never more threads. */
class HelloAgain {
  static final Duration UNIT = Duration.ofMillis(100);

  private final Consumer<String> out;

  HelloAgain(Consumer<String> out) {
    this.out = out;
  }

  @PeriodicTimer(every = "500ms")
  void hello() {
    out.accept("hello");
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      fabric.start(new WovenHelloAgain(fabric, System.out::println));
      fabric.sleep(UNIT.multipliedBy(16));
    }
  }
}
