// LAP206
package office;

import io.lappet.Channel;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayDeque;
import java.util.Deque;

/** Receives under the lock that each sender needs before it can send. */
public abstract class Printers {
  private final Deque<String> recent = new ArrayDeque<>();

  protected abstract Channel<String> jobs();

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "recent")
  void print() throws InterruptedException { // here
    String job = jobs().receive(); // here
    System.out.println("printing " + job);
    recent.addLast(job);
  }

  @PeriodicTimer(every = "5m")
  @Synchronized(lock = "recent")
  void again() throws InterruptedException { // here
    String last = recent.pollFirst();
    if (last != null) {
      jobs().send(last); // here
    }
  }
}
