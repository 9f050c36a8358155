package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lappet.Task;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import java.util.List;
import java.util.function.Function;
import java.util.function.LongPredicate;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;

/**
 * Two planted faults, and the same programs without them. Which seeds find them is not written down:
 * it changes with each point at which the runtime gives way. That all JDKs agree is the matter of
 * {@link SeedsTest}.
 */
class PlantedTest {
  private static final long SEEDS = 200;

  private static List<Long> seedsThat(LongPredicate fail) {
    return LongStream.rangeClosed(1, SEEDS).filter(fail).boxed().toList();
  }

  private static long firstThat(LongPredicate fail) {
    return LongStream.rangeClosed(1, SEEDS).filter(fail).findFirst().orElseThrow();
  }

  // ---- a lost update

  /** Each access is guarded, but the sum is made of two of them. */
  private static class Counter {
    final Monitor monitor;
    private int value;

    Counter(TestFabric fabric) {
      monitor = Monitor.of(fabric, "Counter");
    }

    int get() {
      monitor.enter();
      try {
        return value;
      } finally {
        monitor.exit();
      }
    }

    void set(int value) {
      monitor.enter();
      try {
        this.value = value;
      } finally {
        monitor.exit();
      }
    }

    void add() {
      set(get() + 1);
    }
  }

  /** As it should be. */
  private static final class SafeCounter extends Counter {
    SafeCounter(TestFabric fabric) {
      super(fabric);
    }

    @Override
    void add() {
      monitor.enter();
      try {
        super.add();
      } finally {
        monitor.exit();
      }
    }
  }

  private static int countToFour(long seed, Function<TestFabric, Counter> make) {
    try (TestFabric fabric = TestFabric.create(seed)) {
      Counter counter = make.apply(fabric);
      for (int i = 0; i < 4; i++) {
        fabric.submit("add", () -> {
          counter.add();
          return null;
        });
      }
      fabric.settle();
      return counter.get();
    }
  }

  @Test
  void aLostUpdateIsFoundBySomeSeeds() {
    List<Long> found = seedsThat(seed -> countToFour(seed, Counter::new) < 4);
    assertThat(found).hasSizeGreaterThan(20);
  }

  @Test
  void aSeedThatFoundALostUpdateFindsItEveryTime() {
    long seed = firstThat(some -> countToFour(some, Counter::new) < 4);
    int first = countToFour(seed, Counter::new);
    for (int i = 0; i < 20; i++) {
      assertEquals(first, countToFour(seed, Counter::new));
    }
  }

  @Test
  void noSeedFindsALostUpdateWhereThereIsNone() {
    assertEquals(List.of(), seedsThat(seed -> countToFour(seed, SafeCounter::new) < 4));
  }

  // ---- a deadlock

  private static final class Transfers {
    final Monitor mine;
    final Monitor yours;

    Transfers(TestFabric fabric) {
      mine = Monitor.of(fabric, "mine");
      yours = Monitor.of(fabric, "yours");
    }

    void give() {
      inTurn(mine, yours);
    }

    void take() {
      inTurn(yours, mine);
    }

    private static void inTurn(Monitor first, Monitor second) {
      first.enter();
      try {
        second.enter();
        second.exit();
      } finally {
        first.exit();
      }
    }

    void giveSafely() {
      together(Monitors.of(mine, yours));
    }

    void takeSafely() {
      together(Monitors.of(yours, mine));
    }

    private static void together(Monitors both) {
      both.enter();
      both.exit();
    }
  }

  private static void transfer(TestFabric fabric) {
    Transfers transfers = new Transfers(fabric);
    both(fabric, transfers::give, transfers::take);
  }

  private static void transferSafely(TestFabric fabric) {
    Transfers transfers = new Transfers(fabric);
    both(fabric, transfers::giveSafely, transfers::takeSafely);
  }

  private static void both(TestFabric fabric, Runnable give, Runnable take) {
    Task<Object> giving = fabric.submit("give", () -> run(give));
    Task<Object> taking = fabric.submit("take", () -> run(take));
    giving.join();
    taking.join();
  }

  private static Object run(Runnable body) {
    body.run();
    return "done";
  }

  private static boolean deadlocks(long seed) {
    TestFabric fabric = TestFabric.create(seed);
    try {
      transfer(fabric);
      AssertionError order = assertThrows(AssertionError.class, fabric::close);
      assertThat(order)
          .hasMessageStartingWith("[order-watch]")
          .hasMessageContaining("seed " + seed);
      return false;
    } catch (DeadlockError e) {
      fabric.close();
      return true;
    }
  }

  @Test
  void aDeadlockIsFoundBySomeSeedsAndItsCauseByAllOthers() {
    List<Long> found = seedsThat(PlantedTest::deadlocks);
    assertThat(found).hasSizeGreaterThan(10);
  }

  @Test
  void aDeadlockIsReportedWithBothStacksAndTheSeedTheSameEveryTime() {
    long seed = firstThat(PlantedTest::deadlocks);
    String first = report(seed);
    assertThat(first)
        .contains("give-1 waits for lock \"yours\", held by take-2")
        .contains("take-2 waits for lock \"mine\", held by give-1")
        .contains("PlantedTest$Transfers.give(", "PlantedTest$Transfers.take(")
        .contains("seed " + seed);
    for (int i = 0; i < 20; i++) {
      assertEquals(first, report(seed));
    }
  }

  private static String report(long seed) {
    try (TestFabric fabric = TestFabric.create(seed)) {
      return assertThrows(DeadlockError.class, () -> transfer(fabric)).getMessage();
    }
  }

  @Test
  void noSeedFindsADeadlockWhereThereIsNone() {
    for (long seed = 1; seed <= SEEDS; seed++) {
      try (TestFabric fabric = TestFabric.create(seed)) {
        transferSafely(fabric);
      }
    }
  }
}
