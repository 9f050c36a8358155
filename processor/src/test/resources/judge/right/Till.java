// re-entrant: three methods of one lock that call each other
package shop;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

public abstract class Till {
  private final List<Long> sales = new ArrayList<>();
  private long cash;

  @Synchronized(lock = "till")
  public void sell(long cents) {
    sales.add(cents);
    cash += cents;
    if (average() > 100_00) {
      skim(50_00);
    }
  }

  @Synchronized(lock = "till")
  public long average() {
    return sales.isEmpty() ? 0 : total() / sales.size();
  }

  @Synchronized(lock = "till")
  public long total() {
    long sum = 0;
    for (long sale : sales) {
      sum += sale;
    }
    return sum;
  }

  @Synchronized(lock = "till")
  public void skim(long cents) {
    cash -= Math.min(cents, cash);
  }
}
