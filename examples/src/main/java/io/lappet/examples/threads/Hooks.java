package io.lappet.examples.threads;

import io.lappet.Fabric;
import io.lappet.FabricListener;
import java.time.Duration;
import java.util.function.Consumer;

/** P15: a hook is told of the start and the end of every thread; here those of two countdowns. */
final class Hooks implements FabricListener {
  private final Consumer<String> out;

  Hooks(Consumer<String> out) {
    this.out = out;
  }

  @Override
  public void onStart(String name, Thread thread) {
    out.accept("start of " + thread.getName());
  }

  @Override
  public void onEnd(String name, Thread thread) {
    out.accept("end of " + thread.getName());
  }

  static void run(Duration unit, Consumer<String> out) {
    try (Fabric fabric = Fabric.builder().listener(new Hooks(out)).build()) {
      new WovenTwoCountdowns(fabric, unit, out).run();
    }
  }

  public static void main(String[] args) {
    run(Duration.ofMillis(100), System.out::println);
  }
}
