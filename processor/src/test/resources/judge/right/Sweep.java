// a class of activations that is woven in main, and a local class without annotations
package sweep;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import java.util.Iterator;
import java.util.concurrent.ConcurrentLinkedQueue;

public class Sweep {
  private final ConcurrentLinkedQueue<Long> due = new ConcurrentLinkedQueue<>();

  public void add(long at) {
    due.add(at);
  }

  @PeriodicTimer(every = "1s")
  void sweep() {
    class Found {
      int count;

      void one() {
        count++;
      }
    }

    Found found = new Found();
    for (Iterator<Long> all = due.iterator(); all.hasNext(); ) {
      if (all.next() < System.nanoTime()) {
        all.remove();
        found.one();
      }
    }
    System.out.println(found.count);
  }

  public static void main(String[] args) throws InterruptedException {
    Fabric.run(WovenSweep::new);
  }
}
