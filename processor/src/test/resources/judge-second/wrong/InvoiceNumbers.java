// LAP201
package billing;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.time.Year;

/** One side takes the monitor of the object, the other one the lock that is declared. */
public abstract class InvoiceNumbers {
  public record Request(String customer, long cents) {}

  private int next = 1; // here
  private Year year = Year.now();

  public abstract Sender<Request> requests();

  @Consumer(from = "requests")
  @Synchronized
  void issue(Request request) { // here
    String number = year + "-" + next++; // here
    System.out.println(number + " " + request.customer() + " " + request.cents());
  }

  @PeriodicTimer(cron = "0 0 1 1 *")
  void newYear() { // here
    synchronized (this) {
      next = 1; // here
    }
  }
}
