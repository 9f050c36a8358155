package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Meter {
  private long total;

  abstract Sender<Integer> samples();

  @Consumer(from = "samples", concurrency = 4) //= @Consumer(from = "samples")
  void add(int sample) {
    total += sample; //! LAP201
  }
}
