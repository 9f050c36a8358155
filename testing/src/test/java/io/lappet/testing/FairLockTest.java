package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Task;
import io.lappet.gen.Monitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;

/** Fair locks keep the order of arrival whatever the seed. */
class FairLockTest {
  @Test
  void aFairLockServesInOrderOfArrivalUnderEverySeed() {
    for (long seed = 0; seed < 50; seed++) {
      List<Integer> order = new ArrayList<>(); // guarded by the lock
      try (TestFabric fabric = TestFabric.create(seed)) {
        Monitor lock = Monitor.fair(fabric, "Box.fair");
        fabric.submit("holder", () -> {
          lock.enter();
          fabric.sleep(Duration.ofSeconds(1));
          lock.exit();
          return null;
        });
        fabric.settle();
        for (int i = 0; i < 4; i++) {
          int number = i;
          fabric.submit("waiter " + i, () -> {
            for (int round = 0; round < 2; round++) {
              lock.enterInterruptibly(Duration.ofHours(1), "Box.put()");
              order.add(10 * round + number);
              lock.exit();
            }
            return null;
          });
          fabric.settle();
        }
        fabric.advance(Duration.ofSeconds(2));
      }
      assertThat(order).as("seed %s", seed).startsWith(0, 1, 2, 3).hasSize(8);
    }
  }

  @Test
  void whoHasNoTimeToWaitDoesNotOvertake() {
    for (long seed = 0; seed < 20; seed++) {
      try (TestFabric fabric = TestFabric.create(seed)) {
        Monitor lock = Monitor.fair(fabric, "Box.fair");
        List<Boolean> tried = new ArrayList<>();
        fabric.submit("holder", () -> {
          lock.enter();
          fabric.sleep(Duration.ofSeconds(1));
          lock.exit();
          tried.add(lock.tryLock(0, TimeUnit.SECONDS)); // the waiter comes first
          return null;
        });
        fabric.settle();
        Task<Integer> waiter = fabric.submit("waiter", () -> {
          lock.enter();
          int before = tried.size();
          fabric.sleep(Duration.ofSeconds(1));
          lock.exit();
          return before;
        });
        fabric.settle();
        fabric.advance(Duration.ofSeconds(5));
        assertThat(waiter.isDone()).isTrue();
        assertThat(tried).as("seed %s", seed).containsExactly(false);
      }
    }
  }
}
