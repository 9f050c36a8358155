package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.Callable;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.awaitility.Awaitility;

/** Waiting in tests, with limits that only a hang reaches. */
final class Eventually {
  static final Duration PATIENCE = Duration.ofSeconds(30);

  private Eventually() {}

  static void until(Callable<Boolean> condition) {
    Awaitility.await().atMost(PATIENCE).pollInterval(Duration.ofMillis(2)).until(condition);
  }

  /** Waits for a latch that somebody else opens. */
  static void passes(CountDownLatch latch) throws InterruptedException {
    assertThat(latch.await(PATIENCE.toSeconds(), TimeUnit.SECONDS))
        .as("the latch was opened")
        .isTrue();
  }

  /** Lets {@code length} pass, in which something must not happen. */
  static void letPass(Duration length) throws InterruptedException {
    assertThat(new CountDownLatch(1).await(length.toNanos(), TimeUnit.NANOSECONDS))
        .isFalse();
  }

  /** Waits for ever, until interrupted. */
  static void forEver() throws InterruptedException {
    new CountDownLatch(1).await();
  }

  /** Waits for a latch and ignores interrupts. */
  static void stubbornly(CountDownLatch latch) {
    boolean interrupted = false;
    while (true) {
      try {
        latch.await();
        break;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  /** How long {@code body} takes. */
  static Duration timeOf(Body body) throws Exception {
    long begin = System.nanoTime();
    body.run();
    return Duration.ofNanos(System.nanoTime() - begin);
  }
}
