package app;

import io.lappet.*;
import io.lappet.annotation.*;

/** A rate limiter: so many calls in a second, with some saved up for a burst. */
abstract class TokenBucket {
  private final int burst;
  private final int perTick;
  private int tokens;

  TokenBucket(int burst, int perTick) {
    this.burst = burst;
    this.perTick = perTick;
    this.tokens = burst;
  }

  boolean hasTokens(int wanted) {
    return tokens >= wanted; //! LAP210
  }

  @Synchronized
  @WaitUntil("hasTokens")
  void acquire(int wanted) throws InterruptedException {
    tokens -= wanted;
  }

  @Synchronized
  boolean tryAcquire(int wanted) {
    if (!hasTokens(wanted)) {
      return false;
    }
    tokens -= wanted;
    return true;
  }

  @PeriodicTimer(every = "100ms")
  //+ @Synchronized
  void refill() {
    tokens = Math.min(burst, tokens + perTick);
  }

  @Synchronized
  int available() {
    return tokens;
  }
}
