// as in clients of brokers: numbers that wait for their confirmation, one by one or up to one
package broker;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.TreeSet;

public abstract class ConfirmTracker {
  private final TreeSet<Long> open = new TreeSet<>();
  private final int window;
  private long next = 1;
  private boolean refused;

  protected ConfirmTracker(int window) {
    this.window = window;
  }

  boolean hasRoom() {
    return open.size() < window;
  }

  boolean isQuiet() {
    return open.isEmpty();
  }

  @Synchronized
  @WaitUntil("hasRoom")
  public long publish() throws InterruptedException {
    long number = next++;
    open.add(number);
    return number;
  }

  @Synchronized
  public void confirmed(long number, boolean upTo) {
    end(number, upTo);
  }

  @Synchronized
  public void refused(long number, boolean upTo) {
    refused = true;
    end(number, upTo);
  }

  private void end(long number, boolean upTo) {
    if (upTo) {
      open.headSet(number, true).clear();
    } else {
      open.remove(number);
    }
  }

  @Synchronized
  @WaitUntil(value = "isQuiet", timeout = "30s")
  public boolean awaitConfirms() throws InterruptedException {
    boolean isFine = !refused;
    refused = false;
    return isFine;
  }
}
