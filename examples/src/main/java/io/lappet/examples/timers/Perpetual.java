package io.lappet.examples.timers;

import io.lappet.Body;
import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;

/** P39: timers that can be stopped and started, also while they run. */
abstract class Perpetual {
  static final Duration UNIT = Duration.ofMillis(100);

  private final Body atRate;
  private final Body withPauses;

  Perpetual(Body atRate, Body withPauses) {
    this.atRate = atRate;
    this.withPauses = withPauses;
  }

  @PeriodicTimer(every = "100ms")
  void tick() throws Exception {
    atRate.run();
  }

  abstract Worker tickWorker();

  @PeriodicTimer(every = "100ms", fixedDelay = true)
  void rest() throws Exception {
    withPauses.run();
  }

  abstract Worker restWorker();

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      Perpetual timers =
          new WovenPerpetual(fabric, () -> System.out.println("aaaa"), () -> fabric.sleep(UNIT));
      fabric.start(timers);
      fabric.sleep(UNIT.multipliedBy(9).dividedBy(2));
      timers.tickWorker().stop();
    }
  }
}
