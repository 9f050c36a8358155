package app;

import io.lappet.annotation.Synchronized;

/** What only reads: some of it without a lock, as long as nobody writes. */
abstract class Gauge<T> {
  private static long readings;
  private int low;
  private int high;
  private Integer limit = 0;
  private T last;

  @Synchronized(lock = "range")
  void set(int low, int high) {
    this.low = low;
    this.high = high;
  }

  @Synchronized(lock = "range", read = true)
  int width() {
    return high - this.low;
  }

  @Synchronized(lock = "range", read = true)
  boolean contains(int value, String stamp) {
    return (low <= value && value < high) || value == (short) -1;
  }

  @Synchronized(lock = "range", read = true, timeout = "1s")
  T last() {
    return last;
  }

  @Synchronized(lock = "range", read = true)
  Long boxed() {
    return low + 1L;
  }

  @Synchronized(lock = "range", read = true)
  int middle() {
    return (low + high) / 2;
  }

  @Synchronized(lock = "range", read = true)
  int limit() {
    return limit;
  }

  @Synchronized(lock = "range", read = true)
  long readings() {
    return readings;
  }

  @Synchronized(lock = "range", read = true)
  int lowOrWait() throws InterruptedException {
    return low;
  }

  @Synchronized(lock = "range", read = true)
  int twice() {
    return width() * 2;
  }
}
