package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Meter {
  private long total;

  abstract Sender<Integer> samples();

  @Consumer(from = "samples")
  void add(int sample) {
    total += sample;
    log();
  }

  private void log() {
    System.out.println(total);
  }
}
