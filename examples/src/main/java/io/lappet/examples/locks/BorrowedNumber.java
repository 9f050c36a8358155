package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** P21: minus one, plus one, as it is. Everybody uses the number and puts it back as it was. */
// That the other one waits meanwhile is what this program shows.
@SuppressWarnings("wait-holding")
abstract class BorrowedNumber {
  private final Duration unit;
  private final Consumer<String> out;
  private int number = 8;

  BorrowedNumber(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  @Synchronized(lock = "number")
  void minusOne() throws InterruptedException {
    number--;
    use("minus one");
    number++;
  }

  @Synchronized(lock = "number")
  void plusOne() throws InterruptedException {
    number++;
    use("plus one");
    number--;
  }

  @Synchronized(lock = "number")
  void asItIs() throws InterruptedException {
    use("as it is");
  }

  private void use(String how) throws InterruptedException {
    fabric().sleep(unit);
    out.accept(how + ": " + number);
  }

  @Async
  abstract Task<Void> minusOneAsync();

  @Async
  abstract Task<Void> plusOneAsync();

  @Async
  abstract Task<Void> asItIsAsync();

  void run() {
    Task.all(List.of(minusOneAsync(), plusOneAsync(), asItIsAsync())).join();
    out.accept("at the end: " + number);
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenBorrowedNumber(fabric, Duration.ofMillis(200), System.out::println).run();
    }
  }
}
