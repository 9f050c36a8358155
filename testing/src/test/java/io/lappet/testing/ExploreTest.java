package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Task;
import io.lappet.gen.Monitor;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** What is tried, in which order, and what is told of a failure. */
class ExploreTest {
  /** A sum that is read and written under its lock, but not in one piece. */
  private static int addTwice(TestFabric fabric) {
    Monitor monitor = Monitor.of(fabric, "sum");
    int[] sum = {0};
    List<Task<Object>> tasks = new ArrayList<>();
    for (String name : List.of("anna", "ben")) {
      tasks.add(fabric.submit(name, () -> {
        monitor.enter();
        int before = sum[0];
        monitor.exit();
        monitor.enter();
        sum[0] = before + 1;
        monitor.exit();
        return null;
      }));
    }
    tasks.forEach(Task::join);
    return sum[0];
  }

  private static void addsUp(TestFabric fabric) {
    assertEquals(2, addTwice(fabric));
  }

  @Test
  void aLostUpdateIsFoundWithOnePreemption() {
    ExploreError found = assertThrows(ExploreError.class, () -> Explore.all(ExploreTest::addsUp));
    assertThat(found.schedule()).matches("\\d+:\\d+");
    assertThat(found)
        .hasMessageContainingAll(
            "Run " + found.number() + " failed: ",
            "Explore.repeat(\"" + found.schedule() + "\"",
            "-Dlappet.schedule=" + found.schedule(),
            "gives way before it takes lock \"sum\"; ben-2 begins")
        .hasCauseInstanceOf(AssertionError.class);
  }

  @Test
  void whatWasFoundIsFoundAgainByItsSchedule() {
    String schedule = found(Explore.exhaustively());
    for (int i = 0; i < 5; i++) {
      ExploreError again =
          assertThrows(ExploreError.class, () -> Explore.repeat(schedule, ExploreTest::addsUp));
      assertEquals(schedule, again.schedule());
    }
    Explore.repeat("plain", ExploreTest::addsUp);
    try (TestFabric fabric = TestFabric.options().schedule(schedule).create()) {
      assertEquals(1, addTwice(fabric));
    }
  }

  private static String found(Explore explore) {
    return assertThrows(ExploreError.class, () -> explore.run(ExploreTest::addsUp))
        .schedule();
  }

  @Test
  void whatChanceFindsIsFoundAgainByItsScheduleToo() {
    String schedule = found(Explore.randomly(1));
    assertEquals(schedule, found(Explore.randomly(1)));
    ExploreError again =
        assertThrows(ExploreError.class, () -> Explore.repeat(schedule, ExploreTest::addsUp));
    assertEquals(schedule, again.schedule());
  }

  @Test
  void withoutPreemptionsThisFaultIsNotThere() {
    Explore.Result result = Explore.exhaustively().preemptions(0).run(ExploreTest::addsUp);
    assertTrue(result.exhausted());
    assertThat(result.schedules()).isGreaterThan(1);
  }

  @Test
  void everyInterleavingIsRunOnce() {
    List<String> seen = new ArrayList<>();
    Explore.Result result = Explore.all(fabric -> seen.add(logOfTwo(fabric)));
    assertTrue(result.exhausted());
    assertEquals(seen.size(), result.schedules());
    // Of two threads with two steps each there are six, and all need two preemptions at most.
    assertThat(new HashSet<>(seen))
        .isEqualTo(Set.of("a1a2b1b2", "a1b1a2b2", "a1b1b2a2", "b1a1a2b2", "b1a1b2a2", "b1b2a1a2"));
  }

  private static String logOfTwo(TestFabric fabric) {
    Monitor monitor = Monitor.of(fabric, "log");
    StringBuilder log = new StringBuilder();
    for (String name : List.of("a", "b")) {
      fabric.submit(name, () -> {
        for (int i = 1; i <= 2; i++) {
          monitor.enter();
          log.append(name).append(i);
          monitor.exit();
        }
        return null;
      });
    }
    fabric.settle();
    return log.toString();
  }

  @Test
  void aSearchThatIsCutShortSaysSo() {
    Explore.Result result = Explore.exhaustively().schedules(3).run(fabric -> logOfTwo(fabric));
    assertEquals(new Explore.Result(3, false), result);
  }

  @Test
  void chanceIsNeverExhausted() {
    Explore.Result result = Explore.randomly(1).schedules(5).run(fabric -> logOfTwo(fabric));
    assertEquals(new Explore.Result(5, false), result);
  }

  @Test
  void aTestThatWaitsForNothingHasOneInterleaving() {
    assertEquals(new Explore.Result(1, true), Explore.all(fabric -> {}));
  }

  @Test
  void aTestThatIsDifferentEachTimeIsRefused() {
    int[] run = {0};
    IllegalStateException told = assertThrows(
        IllegalStateException.class,
        () -> Explore.all(fabric -> {
          run[0]++;
          if (run[0] == 1) {
            logOfTwo(fabric);
          }
        }));
    assertThat(told).hasMessageContaining("does not always do the same");
  }

  @Test
  void whoPollsLetsOthersGoOn() {
    Explore.Result result = Explore.exhaustively().schedules(50).run(fabric -> {
      Monitor monitor = Monitor.of(fabric, "flag");
      boolean[] flag = {false};
      Task<Object> poll = fabric.submit("poll", () -> {
        boolean seen = false;
        while (!seen) {
          monitor.enter();
          seen = flag[0];
          monitor.exit();
        }
        return null;
      });
      fabric.submit("set", () -> {
        monitor.enter();
        flag[0] = true;
        monitor.exit();
        return null;
      });
      poll.join();
    });
    assertFalse(result.exhausted());
  }

  @Test
  void theFabricHasTheOptionsThatWereGiven() {
    Instant start = Instant.parse("2026-01-01T00:00:00Z");
    Explore.exhaustively()
        .with(TestFabric.options().start(start))
        .run(fabric -> assertEquals(start, fabric.time().now()));
  }

  @Test
  void eachFabricIsClosedAndLeavesNoThread() {
    List<TestFabric> fabrics = new ArrayList<>();
    Explore.all(fabric -> {
      fabrics.add(fabric);
      logOfTwo(fabric);
    });
    assertThat(fabrics).allMatch(fabric -> fabric.threads().isEmpty());
  }

  @Test
  void nonsenseIsNoSchedule() {
    for (String text : List.of("", "x", "1", "1:0", "0:1", "2:1,2:1", "3:1,2:1", "1:1,", "1:1:1")) {
      assertThrows(IllegalArgumentException.class, () -> TestFabric.options().schedule(text), text);
    }
  }
}
