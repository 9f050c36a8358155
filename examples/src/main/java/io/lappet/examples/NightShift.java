package io.lappet.examples;

import io.lappet.Fabric;
import io.lappet.Timer;
import io.lappet.annotation.PeriodicTimer;
import java.util.function.Consumer;

/** Times of day: what is done each night, and what is done in office hours and at the week's end. */
abstract class NightShift {
  private final Consumer<String> log;

  NightShift(Consumer<String> log) {
    this.log = log;
  }

  @PeriodicTimer(cron = "30 2 * * *", zone = "Europe/Berlin")
  void backup() {
    log.accept("backup");
  }

  abstract Timer backupTimer();

  @PeriodicTimer(cron = "0 9-17/4 * * MON-FRI", zone = "Europe/Berlin")
  @PeriodicTimer(cron = "@weekly", zone = "Europe/Berlin")
  void tidy() {
    log.accept("tidy");
  }

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(fabric -> new WovenNightShift(fabric, System.out::println));
  }
}
