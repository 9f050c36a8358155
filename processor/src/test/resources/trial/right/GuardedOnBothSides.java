package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.Map;
import java.util.TreeMap;

abstract class Stats implements AutoCloseable {
  private final Map<String, Long> perService = new TreeMap<>();
  private long total;

  abstract Sender<String> events();

  @Consumer(from = "events", concurrency = 4)
  @Synchronized(lock = "stats")
  void add(String event) {
    total++;
    perService.merge(event, 1L, Long::sum);
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "stats")
  void report() {
    print();
  }

  private void print() {
    System.out.println(total + " " + perService);
  }

  @Override
  public void close() {
    System.out.println(total);
    perService.clear();
  }
}
