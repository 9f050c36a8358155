package io.lappet.examples.gates;

import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;

/** P34: a traffic light, green for six ticks and red for five, and what goes by it: {@link Car}. */
abstract class TrafficLight {
  static final String TICK = "100ms";

  private int ticks;

  static TrafficLight green(Fabric fabric) {
    TrafficLight light = new WovenTrafficLight(fabric);
    light.green().open();
    return light;
  }

  abstract Gate green();

  @PeriodicTimer(every = TICK)
  void tick() {
    switch (++ticks % 11) {
      case 0 -> green().open();
      case 6 -> green().close();
      default -> {}
    }
  }

  public static void main(String[] args) throws InterruptedException {
    Duration tick = Duration.ofMillis(100);
    try (Fabric fabric = Fabric.create()) {
      TrafficLight light = green(fabric);
      for (String name : new String[] {"red car", "blue car"}) {
        new WovenCar(fabric, name, light, tick, System.out::println);
      }
      fabric.start();
      fabric.sleep(tick.multipliedBy(26));
    }
  }
}
