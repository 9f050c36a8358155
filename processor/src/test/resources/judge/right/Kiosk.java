// a plain JDK lock beside ours, and a field that is changed in close() alone
package kiosk;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;

public abstract class Kiosk implements AutoCloseable {
  private final ReentrantLock file = new ReentrantLock();
  private final List<String> sold = new ArrayList<>();
  private int days;

  abstract Sender<String> sales();

  @Consumer(from = "sales")
  void sell(String paper) {
    remember(paper);
    file.lock();
    try {
      System.out.println(paper);
    } finally {
      file.unlock();
    }
  }

  @Synchronized
  void remember(String paper) {
    sold.add(paper);
  }

  @PeriodicTimer(every = "24h")
  void day() {
    days++;
    System.out.println(days + ": " + sold().size());
  }

  @Synchronized
  List<String> sold() {
    return List.copyOf(sold);
  }

  @Override
  public void close() {
    System.out.println(sold.size() + " sold in " + days);
    sold.clear();
    days = 0;
  }
}
