// LAP210
package print;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayDeque;
import java.util.Deque;

/** The paper tray is filled without the lock, so nobody who waits for paper notices. */
public abstract class Printer {
  private final Deque<String> jobs = new ArrayDeque<>();
  private int sheets;

  boolean canPrint() { // here
    return sheets > 0 && !jobs.isEmpty(); // here
  }

  @Synchronized(lock = "jobs")
  public void submit(String job) {
    jobs.addLast(job);
  }

  @Synchronized(lock = "jobs")
  @WaitUntil("canPrint") // here
  public String print() throws InterruptedException { // here
    sheets--;
    return jobs.removeFirst();
  }

  public void refill(int paper) { // here
    sheets += paper; // here
  }
}
