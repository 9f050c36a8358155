package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Report {
  private long total;

  abstract Fabric fabric();

  @PeriodicTimer(every = "1m")
  void report() throws InterruptedException {
    Task<Void> task = fabric().submit("sum", () -> {
      total = 42;
      return null;
    });
    task.join();
    System.out.println(total);
  }
}
