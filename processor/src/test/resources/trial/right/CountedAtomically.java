package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.LongAdder;

abstract class Meter {
  private final AtomicLong total = new AtomicLong();
  private final LongAdder adder = new LongAdder();
  private volatile boolean seen;
  private final String name;

  Meter(String name) {
    this.name = name;
  }

  abstract Sender<Integer> samples();

  @Consumer(from = "samples", concurrency = 4)
  void add(int sample) {
    total.addAndGet(sample);
    adder.increment();
    seen = true;
  }

  @PeriodicTimer(every = "1s")
  void report() {
    if (seen) {
      System.out.println(name + total.get() + adder.sum());
    }
  }
}
