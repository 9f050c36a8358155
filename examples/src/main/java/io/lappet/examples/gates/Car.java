package io.lappet.examples.gates;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import java.time.Duration;
import java.util.function.Consumer;

/** P34: a car, which stops when it sees red at its {@link TrafficLight}. */
abstract class Car {
  private final String name;
  private final TrafficLight light;
  private final Duration unit;
  private final Consumer<String> out;

  Car(String name, TrafficLight light, Duration unit, Consumer<String> out) {
    this.name = name;
    this.light = light;
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Daemon
  void drive() throws InterruptedException {
    while (true) {
      if (!light.green().isOpen()) {
        out.accept(name + " waits");
        light.green().await();
        out.accept(name + " starts");
      }
      out.accept(name + " is running");
      fabric().sleep(unit);
    }
  }
}
