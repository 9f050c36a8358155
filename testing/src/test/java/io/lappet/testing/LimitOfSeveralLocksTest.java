package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Task;
import io.lappet.WaitTimeoutException;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import java.time.Duration;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.Test;

/** A limit covers all locks of a call together, to the nanosecond: only a test clock can show it. */
class LimitOfSeveralLocksTest {
  private static Callable<Void> holding(TestFabric fabric, Monitor lock, Duration time) {
    return () -> {
      lock.enter();
      try {
        fabric.sleep(time);
      } finally {
        lock.exit();
      }
      return null;
    };
  }

  @Test
  void theSecondLockGetsWhatTheFirstHasLeft() {
    try (TestFabric fabric = TestFabric.create()) {
      Monitor x = Monitor.of(fabric, "x");
      Monitor y = Monitor.of(fabric, "y");
      fabric.submit("first", holding(fabric, x, Duration.ofMillis(300)));
      fabric.submit("second", holding(fabric, y, Duration.ofSeconds(9)));
      fabric.settle();
      Task<Long> waiting = fabric.submit("waiting", () -> {
        long begin = fabric.time().nanos();
        assertThatThrownBy(
                () -> Monitors.of(y, x).enter(Duration.ofMillis(400), "Account.transferTo()"))
            .isInstanceOf(WaitTimeoutException.class);
        return fabric.time().nanos() - begin;
      });
      fabric.advance(Duration.ofSeconds(1));
      assertThat(waiting.join()).isEqualTo(Duration.ofMillis(400).toNanos());
      assertThat(x.isLocked()).isFalse();
    }
  }
}
