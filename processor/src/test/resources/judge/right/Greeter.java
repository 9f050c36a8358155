// one thread alone uses the fields
package greet;

import io.lappet.Fabric;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

public abstract class Greeter {
  private final List<String> greetings = new ArrayList<>();
  private final AtomicInteger total = new AtomicInteger();
  private int rounds;

  abstract Fabric fabric();

  @Daemon
  void greet() throws InterruptedException {
    greetings.add("hello");
    while (true) {
      rounds++;
      if (rounds % 10 == 0) {
        greetings.add("hello " + rounds);
      }
      greetings.forEach(text -> total.incrementAndGet());
      fabric().sleep(Duration.ofMillis(100));
    }
  }

  @PeriodicTimer(every = "10s")
  void print() {
    System.out.println(total.get());
  }
}
