package app;

import io.lappet.WaitTimeoutException;
import io.lappet.annotation.Synchronized;

/** Readers run beside each other, not beside who writes; who writes may read. */
@SuppressWarnings("wait-holding") // to see who gets in meanwhile
public class Readers {
  abstract static class Range {
    private int low;
    private int high;

    @Synchronized(lock = "range")
    void set(int low, int high, Runnable during) {
      this.low = low;
      during.run();
      check(width() == this.high - low, "a writer reads");
      this.high = high;
    }

    @Synchronized(lock = "range", read = true, timeout = "0s")
    int width() {
      return high - low;
    }

    @Synchronized(lock = "range", read = true, timeout = "0s")
    int middle(Runnable during) {
      during.run();
      return (low + high) / 2;
    }
  }

  public static void main(String[] arguments) {
    Range range = new WovenReaders_Range();
    range.set(2, 10, () -> {
      check(!elsewhere(range::width), "nobody reads what is half written");
      check(!elsewhere(() -> range.middle(() -> {})), "nor with the lock");
    });
    check(range.width() == 8, "read without the lock");
    int middle = range.middle(() -> {
      check(elsewhere(range::width), "readers read together");
      check(elsewhere(() -> range.middle(() -> {})), "with the lock too");
    });
    check(middle == 6, "read with the lock");
  }

  private static boolean elsewhere(Runnable call) {
    boolean[] entered = {false};
    Thread other = new Thread(() -> {
      try {
        call.run();
        entered[0] = true;
      } catch (WaitTimeoutException e) {
        check(e.getMessage().contains("Range."), e.getMessage());
      }
    });
    other.start();
    try {
      other.join();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
    return entered[0];
  }

  private static void check(boolean condition, String what) {
    if (!condition) {
      throw new AssertionError(what);
    }
  }
}
