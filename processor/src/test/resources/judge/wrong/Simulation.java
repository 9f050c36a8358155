// LAP205
package sim;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A local class is shown to no processor. */
public class Simulation {
  private final int rounds;

  public Simulation(int rounds) {
    this.rounds = rounds;
  }

  public int run() throws InterruptedException {
    class Total { // here
      private int value;

      @Synchronized // here
      void add(int points) { // here
        value += points;
      }
    }

    Total total = new Total();
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < rounds; i++) {
      int points = i;
      Thread thread = new Thread(() -> total.add(points));
      thread.start();
      threads.add(thread);
    }
    for (Thread thread : threads) {
      thread.join();
    }
    return total.value;
  }
}
