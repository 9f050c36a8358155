package app;

import app.Outer.Inner;
import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Weaving;

/**
 * {@link Outer.Inner}, woven: produce() sends to raw; consume() takes from raw; "stats" guards
 * lock(), statsLock(), lock() and close().
 */
@LappetGenerated
class WovenOuter_Inner extends Inner {
  private static final java.time.Duration LOCK_TIMEOUT = java.time.Duration.ofMillis(5);
  private static final java.time.Duration LOCK_TIMEOUT_ = java.time.Duration.ofMillis(5);

  private final Weaving weaving_;
  private final io.lappet.gen.Monitor statsLock;
  private final java.time.Duration lockTimeout;
  private final java.time.Duration lockTimeout_;
  private final Channel<Inner.Monitor> rawChannel_;

  WovenOuter_Inner(Fabric fabric, String weaving, String fabric_, String statsLock_) {
    super(weaving, fabric_, statsLock_);
    weaving_ = Weaving.of(fabric, 1, "Inner", this);
    statsLock = weaving_.lock("stats");
    lockTimeout = weaving_.timeout("lock", LOCK_TIMEOUT);
    lockTimeout_ = weaving_.timeout("lock", LOCK_TIMEOUT_);
    rawChannel_ = weaving_.<Inner.Monitor>channel("raw")
        .sentBy("produce")
        .receivedBy("consume")
        .make();
    weaving_.producer("produce").pulls(this::produce, rawChannel_);
    weaving_.consumer("consume", rawChannel_).runs(this::consume);
    weaving_.register();
  }

  /** Holds "stats" (at most 5ms). */
  @Override
  int lock(int lock, int locks) {
    io.lappet.gen.Monitor lock_ = statsLock;
    if (lock_ == null) { // still constructing: not shared yet
      return super.lock(lock, locks);
    }
    lock_.enter(lockTimeout, "Outer.Inner.lock()");
    try {
      return super.lock(lock, locks);
    } finally {
      lock_.exit();
    }
  }

  /** Holds "stats". */
  @Override
  void statsLock(String statsLock_, Fabric fabric, Inner.Duration duration) {
    io.lappet.gen.Monitor lock = statsLock;
    if (lock == null) { // still constructing: not shared yet
      super.statsLock(statsLock_, fabric, duration);
      return;
    }
    lock.enter();
    try {
      super.statsLock(statsLock_, fabric, duration);
    } finally {
      lock.exit();
    }
  }

  /** Holds "stats" (at most 5ms). */
  @Override
  int lock(int lock) {
    io.lappet.gen.Monitor lock_ = statsLock;
    if (lock_ == null) { // still constructing: not shared yet
      return super.lock(lock);
    }
    lock_.enter(lockTimeout_, "Outer.Inner.lock()");
    try {
      return super.lock(lock);
    } finally {
      lock_.exit();
    }
  }

  @Override
  public void close() {
    if (weaving_ == null || weaving_.closeOnce()) {
      io.lappet.gen.Monitor lock = statsLock;
      if (lock == null) { // still constructing: not shared yet
        super.close();
        return;
      }
      lock.enter();
      try {
        super.close();
      } finally {
        lock.exit();
      }
    }
  }
}
