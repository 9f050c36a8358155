package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.LateTick;
import io.lappet.Task;
import io.lappet.Timer;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The clock of a {@link TestFabric}: where it begins, and what moves it. */
class TimeOfTestTest {
  private static final Instant START = Instant.parse("2026-03-29T00:59:00Z");
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final TestFabric fabric = TestFabric.options().start(START).create();

  @AfterEach
  void close() {
    fabric.close();
  }

  @Test
  void theClockBeginsWithTheYear2000InUtc() {
    World world = new World();
    try (TestFabric plain = TestFabric.create()) {
      assertEquals(Instant.parse("2000-01-01T00:00:00Z"), plain.time().now());
      assertEquals(ZoneOffset.UTC, world.seam.zone());
    } finally {
      world.close();
    }
  }

  @Test
  void theClockBeginsWhenATestSaysSo() {
    assertEquals(START, fabric.time().now());
    fabric.advance(SECOND);
    assertEquals(START.plus(SECOND), fabric.time().now());
  }

  @Test
  void theZoneIsTheOneThatATestChooses() {
    ZoneId berlin = ZoneId.of("Europe/Berlin");
    try (TestFabric there = TestFabric.options().zone(berlin).create()) {
      assertEquals(berlin, there.zone());
    }
  }

  @Test
  void optionsNeverChange() {
    TestFabric.Options options = TestFabric.options();
    options.start(START).seed(3);
    try (TestFabric plain = options.create()) {
      assertThat(plain.seed()).isEmpty();
      assertEquals(Instant.parse("2000-01-01T00:00:00Z"), plain.time().now());
    }
  }

  // ---- advanceTo

  @Test
  void advanceToStopsAtThatVeryInstant() {
    List<Instant> ticks = new ArrayList<>();
    fabric.after(SECOND, "due", () -> ticks.add(fabric.time().now()));
    fabric.after(SECOND.plusNanos(1), "later", () -> ticks.add(fabric.time().now()));
    fabric.advanceTo(START.plus(SECOND));
    assertEquals(List.of(START.plus(SECOND)), ticks);
    assertEquals(START.plus(SECOND), fabric.time().now());
  }

  @Test
  void nobodyAdvancesIntoThePast() {
    fabric.advance(SECOND);
    assertThrows(IllegalArgumentException.class, () -> fabric.advanceTo(START));
  }

  // ---- runUntil

  @Test
  void runUntilGoesFromEventToEventAndNotFurther() {
    int[] rounds = {0};
    for (int i = 1; i <= 5; i++) {
      fabric.after(SECOND.multipliedBy(i), "round", () -> rounds[0]++);
    }
    fabric.runUntil(() -> rounds[0] == 3);
    assertEquals(3, rounds[0]);
    assertEquals(START.plusSeconds(3), fabric.time().now());
  }

  @Test
  void runUntilLeavesTheClockWhereWhatItWaitsForHappensNow() {
    Task<String> task = fabric.submit("work", () -> "done");
    fabric.runUntil(task::isDone);
    assertEquals(START, fabric.time().now());
  }

  @Test
  void aConditionThatComesTrueTooLateIsAFailureAndTheClockStandsWhereItWasLooked() {
    int[] rounds = {0};
    for (int i = 1; i <= 5; i++) {
      fabric.after(SECOND.multipliedBy(i), "round", () -> rounds[0]++);
    }
    AssertionError told = assertThrows(
        AssertionError.class, () -> fabric.runUntil(() -> rounds[0] == 5, SECOND.multipliedBy(4)));
    assertThat(told).hasMessageContainingAll("did not come true within PT4S", "fixed order");
    assertEquals(4, rounds[0]);
  }

  @Test
  void aConditionThatCanNeverComeTrueIsADeadlock() {
    fabric.after(SECOND, "once", () -> {});
    DeadlockError told =
        assertThrows(DeadlockError.class, () -> fabric.runUntil(() -> false, Duration.ofDays(9)));
    assertThat(told).hasMessageContainingAll("nothing more can happen", "The last decisions");
    assertEquals(START.plus(SECOND), fabric.time().now());
  }

  @Test
  void aConditionMayReadWhatTheTestCan() {
    Task<String> task = fabric.submit("work", () -> {
      fabric.sleep(SECOND);
      return "done";
    });
    fabric.runUntil(() -> task.isDone() && task.join().equals("done"));
    assertEquals(START.plus(SECOND), fabric.time().now());
  }

  // ---- jump

  @Test
  void aJumpMovesTheTimeOfDayAlone() throws InterruptedException {
    long before = fabric.time().nanos();
    Task<Void> due = fabric.after(SECOND, "due", () -> {});
    fabric.jump(Duration.ofHours(5));
    fabric.settle();
    assertEquals(START.plus(Duration.ofHours(5)), fabric.time().now());
    assertEquals(before, fabric.time().nanos());
    assertFalse(due.isDone());
    fabric.jump(Duration.ofDays(-1));
    fabric.advance(SECOND);
    assertTrue(due.isDone());
    assertEquals(
        START.plus(Duration.ofHours(5 - 24)).plus(SECOND), fabric.time().now());
  }

  @Test
  void whoWaitsForATimeOfDayLearnsOfAJumpAtOnce() {
    Task<Void> due = fabric.at(START.plus(Duration.ofHours(1)), "due", () -> {});
    fabric.jump(Duration.ofHours(1));
    fabric.settle();
    assertTrue(due.isDone());
  }

  @Test
  void whoWaitsForATimeOfDayWaitsLongerAfterAJumpBack() {
    Task<Void> due = fabric.at(START.plus(Duration.ofHours(1)), "due", () -> {});
    fabric.jump(Duration.ofHours(-1));
    fabric.advance(Duration.ofMinutes(119));
    assertFalse(due.isDone());
    fabric.advance(Duration.ofMinutes(1));
    assertTrue(due.isDone());
  }

  @Test
  void aJumpWhereNobodyWaitsChangesNothingElse() {
    fabric.jump(Duration.ofDays(1));
    assertThrows(DeadlockError.class, () -> fabric.runUntil(() -> false));
  }

  // ---- a process that stands still

  @Test
  void nothingHappensWhileTheProcessStandsStill() {
    List<String> log = new ArrayList<>();
    fabric.after(SECOND.multipliedBy(2), "second", () -> log.add("second"));
    fabric.after(SECOND, "first", () -> log.add("first"));
    fabric.after(SECOND.multipliedBy(9), "later", () -> log.add("later"));
    fabric.standStill(SECOND.multipliedBy(5));
    assertEquals(START.plus(SECOND.multipliedBy(5)), fabric.time().now());
    assertEquals(List.of(), log);
    fabric.settle();
    assertEquals(List.of("first", "second"), log);
    fabric.advance(SECOND.multipliedBy(4));
    assertEquals(List.of("first", "second", "later"), log);
  }

  @Test
  void timersThatAllCameLateRunOnceAndSayWhy() {
    List<String> late = new ArrayList<>();
    FabricListener listener = new FabricListener() {
      @Override
      public void onLate(LateTick tick) {
        late.add(tick.toString());
      }
    };
    TestFabric slow = TestFabric.create(Fabric.builder().listener(listener));
    List<Long> runs = new ArrayList<>();
    Weaving weaving = Weaving.of(slow, 1, "Clock", this);
    weaving.timer("fast").every(SECOND).runs(() -> runs.add(slow.time().nanos() / 1_000_000));
    Timer steady = weaving.timer("slow").every(SECOND.multipliedBy(3)).runs(() -> {});
    weaving.register();
    slow.start();
    slow.advance(Duration.ofMillis(1500));
    slow.standStill(SECOND.multipliedBy(10)); // the ticks of 2 to 11, and of 3, 6 and 9
    slow.advance(SECOND);
    assertEquals(List.of(1000L, 11_500L, 12_000L), runs);
    assertEquals(2, steady.missed());
    assertThat(late)
        .containsExactly(
            "Clock.fast began 9500 ms late because of the whole process, or the machine, which"
                + " stood still (9500 ms)",
            "Clock.slow began 8500 ms late because of the whole process, or the machine, which"
                + " stood still (8500 ms)");
    slow.close();
  }

  @Test
  void whatIsDueFirstIsDoneFirstAfterThat() throws InterruptedException {
    List<String> log = new ArrayList<>();
    for (int second : List.of(3, 1, 2)) {
      fabric.submit("sleeper", () -> {
        fabric.sleep(SECOND.multipliedBy(second));
        log.add("after " + second);
        return null;
      });
    }
    fabric.settle();
    fabric.standStill(SECOND.multipliedBy(5));
    fabric.settle();
    assertEquals(List.of("after 1", "after 2", "after 3"), log);
  }

  @Test
  void onlyTheTestLetsTheProcessStandStillAndForwards() {
    assertThrows(IllegalArgumentException.class, () -> fabric.standStill(SECOND.negated()));
    Task<Void> task = fabric.submit("inside", () -> {
      assertThrows(IllegalStateException.class, () -> fabric.standStill(SECOND));
      return null;
    });
    task.join();
    assertEquals(START, fabric.time().now());
  }
}
