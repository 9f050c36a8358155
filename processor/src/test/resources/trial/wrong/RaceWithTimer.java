package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Meter {
  private long total;

  abstract Sender<Integer> samples();

  @Consumer(from = "samples")
  //+ @Synchronized(lock = "stats")
  void add(int sample) {
    total += sample; //! LAP201
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "stats")
  void report() {
    System.out.println(total);
  }

  @Synchronized(lock = "stats")
  void clear() {}
}
