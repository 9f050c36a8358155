package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lappet.Barrier;
import io.lappet.Gate;
import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.Task;
import io.lappet.WaitTimeoutException;
import io.lappet.gen.Gates;
import io.lappet.gen.KeyedMonitor;
import io.lappet.gen.Limits;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Keyed locks, permits, gates and barriers, in many orders, and each order again. */
class WaitingSeedsTest {
  private static final long SEEDS = 60;
  private static final Duration MOMENT = Duration.ofMillis(1);

  /** A key whose lock is in the same place as those of all others. */
  private record Key(String name) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  private static final Key A = new Key("a");
  private static final Key B = new Key("b");

  private interface Program {
    void run(TestFabric fabric, List<String> log) throws Exception;
  }

  /** What {@code program} noted with {@code seed}. */
  private static List<String> course(long seed, Program program) throws Exception {
    List<String> log = new ArrayList<>();
    try (TestFabric fabric = TestFabric.create(seed)) {
      program.run(fabric, log);
    }
    return log;
  }

  private static void keyedLocks(TestFabric fabric, List<String> log) {
    KeyedMonitor locks = KeyedMonitor.of(fabric, "Bank.accounts");
    int[] balances = new int[2];
    int[] inside = new int[2];
    List<Task<Void>> tasks = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int number = t;
      tasks.add(fabric.submit("teller", () -> {
        for (int i = 0; i < 4; i++) {
          int key = (number + i) % 2;
          locks.enter(new Key(key == 0 ? "a" : "b"));
          try {
            assertEquals(1, ++inside[key]);
            int balance = balances[key];
            fabric.sleep(MOMENT);
            balances[key] = balance + 1;
            log.add(number + " has paid " + (key == 0 ? "a" : "b"));
            inside[key]--;
          } finally {
            locks.exit(new Key(key == 0 ? "a" : "b"));
          }
        }
        return null;
      }));
    }
    fabric.advance(Duration.ofMinutes(1));
    tasks.forEach(Task::join);
    assertThat(balances).containsExactly(8, 8);
  }

  private static void permits(TestFabric fabric, List<String> log) throws Exception {
    Permits permits = Limits.of(fabric, "Pages.db", 2);
    int[] inside = new int[1];
    List<Task<Void>> tasks = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      int number = t;
      tasks.add(fabric.submit("reader", () -> {
        for (int i = 0; i < 3; i++) {
          int many = 1 + (number + i) % 2;
          try (Lease lease = permits.acquire(many)) {
            inside[0] += many;
            assertThat(inside[0]).isBetween(1, 2);
            fabric.sleep(MOMENT);
            log.add(number + " read with " + lease.permits());
            inside[0] -= many;
          }
        }
        return null;
      }));
    }
    fabric.advance(Duration.ofMinutes(1));
    tasks.forEach(Task::join);
    assertEquals(2, permits.available());
  }

  private static void gatesAndBarriers(TestFabric fabric, List<String> log) throws Exception {
    Gate gate = Weaving.of(fabric, 1, "Race", new Object()).gate("start");
    int[] came = new int[3];
    int[] actions = new int[1];
    Barrier barrier = fabric.barrier(3, () -> actions[0]++, Duration.ofHours(1));
    List<Task<Void>> tasks = new ArrayList<>();
    for (int t = 0; t < 3; t++) {
      int number = t;
      tasks.add(fabric.submit("runner", () -> {
        Gates.await(gate, "Race.run()");
        for (int trip = 0; trip < 3; trip++) {
          came[trip]++;
          log.add(number + " came as " + barrier.await());
          assertEquals(3, came[trip]);
          assertThat(actions[0]).isGreaterThan(trip);
        }
        return null;
      }));
    }
    fabric.sleep(MOMENT);
    gate.open();
    gate.close();
    tasks.forEach(Task::join);
    assertEquals(3, actions[0]);
  }

  private static void everySeedHoldsAndRepeats(Program program) throws Exception {
    for (long seed = 1; seed <= SEEDS; seed++) {
      List<String> first = course(seed, program);
      assertEquals(first, course(seed, program), "seed " + seed);
    }
  }

  @Test
  void keyedLocksKeepOthersOutInEveryOrder() throws Exception {
    everySeedHoldsAndRepeats(WaitingSeedsTest::keyedLocks);
  }

  @Test
  void permitsHoldTheirNumberInEveryOrder() throws Exception {
    everySeedHoldsAndRepeats(WaitingSeedsTest::permits);
  }

  @Test
  void gatesAndBarriersLetAllGoInEveryOrder() throws Exception {
    everySeedHoldsAndRepeats(WaitingSeedsTest::gatesAndBarriers);
  }

  @Test
  void seedsFindTheUpdateThatIsLostBetweenTwoEntries() throws Exception {
    int lost = 0;
    for (long seed = 1; seed <= SEEDS; seed++) {
      try (TestFabric fabric = TestFabric.create(seed)) {
        KeyedMonitor locks = KeyedMonitor.of(fabric, "Bank.accounts");
        int[] balance = new int[1];
        List<Task<Void>> tasks = new ArrayList<>();
        for (int t = 0; t < 2; t++) {
          tasks.add(fabric.submit("teller", () -> {
            locks.enter(A);
            int seen = balance[0];
            locks.exit(A);
            locks.enter(A);
            balance[0] = seen + 1;
            locks.exit(A);
            return null;
          }));
        }
        tasks.forEach(Task::join);
        lost += balance[0] == 1 ? 1 : 0;
      }
    }
    assertThat(lost).isBetween(1, (int) SEEDS - 1);
  }

  @Test
  void twoKeysTakenInOppositeOrderAreReportedToWhoWaitsForThem() {
    try (TestFabric fabric = TestFabric.create()) {
      KeyedMonitor locks = KeyedMonitor.of(fabric, "Bank.accounts");
      Task<Void> there = fabric.submit("there", () -> takeBoth(fabric, locks, A, B));
      fabric.submit("back", () -> takeBoth(fabric, locks, B, A));
      AssertionError order = assertThrows(AssertionError.class, () -> fabric.advance(MOMENT));
      assertThat(order).hasMessageContaining("(LAP304)");
      assertThrows(DeadlockError.class, there::join);
    }
  }

  private static Void takeBoth(TestFabric fabric, KeyedMonitor locks, Key first, Key second)
      throws InterruptedException {
    locks.enter(first);
    try {
      fabric.sleep(MOMENT);
      locks.enterInterruptibly(second);
      locks.exit(second);
    } finally {
      locks.exit(first);
    }
    return null;
  }

  @ParameterizedTest
  @ValueSource(longs = {0, 1, 2, 3})
  void limitsOfWaitsPassInVirtualTime(long seed) throws Exception {
    Duration hour = Duration.ofHours(1);
    try (TestFabric fabric = seed == 0 ? TestFabric.create() : TestFabric.create(seed)) {
      KeyedMonitor locks = KeyedMonitor.of(fabric, "Bank.accounts");
      Permits permits = Limits.of(fabric, "Pages.db", 1);
      Gate gate = Weaving.of(fabric, 1, "Race", new Object()).gate("start");
      locks.enter(A);
      final Lease lease = permits.acquire();
      Task<Duration> keyed = fabric.submit("keyed", () -> {
        long begin = fabric.time().nanos();
        assertThrows(WaitTimeoutException.class, () -> locks.enter(A, hour, "Bank.pay(..)"));
        return Duration.ofNanos(fabric.time().nanos() - begin);
      });
      Task<Duration> limited = fabric.submit("limited", () -> {
        long begin = fabric.time().nanos();
        assertThrows(
            WaitTimeoutException.class, () -> Limits.enter(permits, hour, "Pages.user(..)"));
        return Duration.ofNanos(fabric.time().nanos() - begin);
      });
      Task<Duration> gated = fabric.submit("gated", () -> {
        long begin = fabric.time().nanos();
        assertThrows(WaitTimeoutException.class, () -> Gates.await(gate, hour, "Race.run()"));
        return Duration.ofNanos(fabric.time().nanos() - begin);
      });
      fabric.advance(hour);
      assertThat(List.of(keyed.join(), limited.join(), gated.join())).containsOnly(hour);
      lease.close();
      locks.exit(A);
    }
  }
}
