// LAP214
package collect;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.util.ArrayList;
import java.util.List;

/** Sends the list and clears it: the receiver may find nothing. */
public abstract class Collector {
  abstract Sender<List<String>> batches();

  @PeriodicTimer(every = "1s")
  void collect() throws InterruptedException {
    List<String> batch = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      batch.add(next());
      if (batch.size() == 5) {
        batches().send(batch);
        batch.clear(); // here
      }
    }
  }

  private String next() {
    return Long.toString(System.nanoTime());
  }

  @Consumer(from = "batches")
  void store(List<String> batch) {
    System.out.println(batch.size());
  }
}
