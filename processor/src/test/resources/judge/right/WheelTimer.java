// as in Netty: a wheel of slots that one loop turns; others only hand in and take back
package wheel;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

@Woven(confined = true)
public abstract class WheelTimer {
  public static final class Timeout {
    private final Runnable task;
    private final AtomicBoolean over = new AtomicBoolean();
    private long rounds;

    Timeout(Runnable task) {
      this.task = task;
    }

    public boolean cancel() {
      return over.compareAndSet(false, true);
    }
  }

  private final List<List<Timeout>> slots = new ArrayList<>();
  private long tick;
  private int pending;

  protected WheelTimer(int size) {
    for (int i = 0; i < size; i++) {
      slots.add(new ArrayList<>());
    }
  }

  void add(Timeout timeout, long ticks) {
    long at = tick + Math.max(1, ticks);
    timeout.rounds = (at - tick) / slots.size();
    slots.get((int) (at % slots.size())).add(timeout);
    pending++;
  }

  @Async
  public abstract void addAsync(Timeout timeout, long ticks);

  @PeriodicTimer(every = "100ms")
  void turn() {
    tick++;
    List<Timeout> slot = slots.get((int) (tick % slots.size()));
    for (Iterator<Timeout> all = slot.iterator(); all.hasNext(); ) {
      Timeout timeout = all.next();
      if (timeout.rounds-- > 0) {
        continue;
      }
      all.remove();
      pending--;
      if (timeout.over.compareAndSet(false, true)) {
        runAsync(timeout.task);
      }
    }
  }

  void run(Runnable task) {
    task.run();
  }

  @Async
  abstract void runAsync(Runnable task);

  int pending() {
    return pending;
  }

  @Async
  public abstract Task<Integer> pendingAsync();
}
