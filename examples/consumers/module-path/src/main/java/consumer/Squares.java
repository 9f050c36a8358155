package consumer;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Synchronized;

/** Adds the squares of 1 to 100, three at a time, and ends by itself. */
abstract class Squares implements AutoCloseable {
  private int next = 1;
  private long sum;

  @ChannelSpec(capacity = 8)
  abstract ChannelView<Integer> numbers();

  @Producer(to = "numbers")
  Integer count() {
    return next <= 100 ? next++ : null;
  }

  @Consumer(from = "numbers", concurrency = 3)
  @Synchronized(lock = "sum")
  void add(int number) {
    sum += (long) number * number;
  }

  @PeriodicTimer(every = "1h", daemon = true)
  @Synchronized(lock = "sum")
  void report() {
    System.err.println("so far: " + sum);
  }

  @Override
  public void close() {
    System.out.println("sum of squares: " + sum + ", " + place());
  }

  private static String place() {
    Module module = Squares.class.getModule();
    return module.isNamed() ? "module " + module.getName() : "class path";
  }

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(WovenSquares::new);
  }
}
