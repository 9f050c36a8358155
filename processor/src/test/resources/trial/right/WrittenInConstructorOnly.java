package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Plan {
  private final List<String> steps = new ArrayList<>();
  private int size;

  Plan(List<String> all) {
    steps.addAll(all);
    size = all.size();
  }

  abstract Sender<Integer> ticks();

  @Consumer(from = "ticks", concurrency = 4)
  void step(int tick) {
    System.out.println(steps.get(tick % size));
  }

  @PeriodicTimer(every = "1s")
  void report() {
    System.out.println(steps.size());
  }
}
