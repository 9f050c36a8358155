// LAP003
package metrics;

import io.lappet.Fabric;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.atomic.AtomicLong;

/** Counts samples; somebody thought that a counter could be declared as well. */
@Woven(name = "stats")
public abstract class Statistics {
  private final BlockingQueue<Double> source;
  private double sum;

  protected Statistics(BlockingQueue<Double> source) {
    this.source = source;
  }

  abstract Fabric fabric();

  abstract AtomicLong samples(); // here

  @Producer(to = "raw")
  Double read() throws InterruptedException {
    return source.take();
  }

  @Consumer(from = "raw")
  @Synchronized
  void add(Double sample) {
    sum += sample;
    samples().incrementAndGet();
  }

  @PeriodicTimer(every = "10s")
  @Synchronized
  void print() {
    System.out.println(samples().get() + " samples, sum " + sum);
  }
}
