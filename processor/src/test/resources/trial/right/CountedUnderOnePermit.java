package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Meter {
  private long total;

  abstract Sender<Integer> samples();

  @Consumer(from = "samples", concurrency = 4)
  void take(int sample) throws InterruptedException {
    add(sample);
  }

  @Limit(permits = 1)
  void add(int sample) throws InterruptedException {
    total += sample;
  }
}
