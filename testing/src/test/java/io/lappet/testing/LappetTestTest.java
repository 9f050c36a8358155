package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assumptions.assumeTrue;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectMethod;

import io.lappet.Fabric;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.OptionalLong;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.Timeout.ThreadMode;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.testkit.engine.EngineExecutionResults;
import org.junit.platform.testkit.engine.EngineTestKit;
import org.junit.platform.testkit.engine.Event;

/** How {@link LappetTest} runs the tests of the class {@link Samples}. */
class LappetTestTest {
  private static final List<OptionalLong> SEEDS = Collections.synchronizedList(new ArrayList<>());
  private static final List<TestFabric> FABRICS = Collections.synchronizedList(new ArrayList<>());

  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final PrintStream err = System.err;

  @BeforeEach
  void listen() {
    SEEDS.clear();
    FABRICS.clear();
    System.setErr(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void stopListening() {
    System.setErr(err);
  }

  /** Not found by itself, since it is no test class for the build. */
  static class Samples {
    private final TestFabric early;

    Samples(TestFabric early) {
      this.early = early;
      SEEDS.add(early.seed());
      FABRICS.add(early);
    }

    @LappetTest
    void once(TestFabric fabric) {
      assertSame(early, fabric);
    }

    @LappetTest(seeds = 5)
    void fiveTimes() {}

    @LappetTest(seeds = 2)
    @Timeout(value = 60, threadMode = ThreadMode.SEPARATE_THREAD)
    void elsewhere(TestFabric fabric) {
      assertEquals("done", fabric.submit("work", () -> "done").join());
    }

    @LappetTest(seeds = 200)
    void loses(TestFabric fabric) {
      lose(fabric);
    }

    @LappetTest(schedules = 200)
    void losesSomewhere(TestFabric fabric) {
      lose(fabric);
    }

    @LappetTest(schedules = 100)
    void explored(TestFabric fabric) {
      fabric.submit("a", () -> "a");
      fabric.submit("b", () -> "b");
      fabric.settle();
    }

    @LappetTest(start = "2026-03-29T00:59:00Z", zone = "Europe/Berlin")
    void inBerlin(TestFabric fabric) {
      assertEquals(Instant.parse("2026-03-29T00:59:00Z"), fabric.time().now());
      assertEquals(ZoneId.of("Europe/Berlin"), fabric.zone());
    }

    @LappetTest(seeds = 1, schedules = 1)
    void both() {}

    private static void lose(TestFabric fabric) {
      Monitor monitor = Monitor.of(fabric, "value");
      int[] value = {0};
      for (int i = 0; i < 2; i++) {
        fabric.submit("add", () -> {
          monitor.enter();
          int before = value[0];
          monitor.exit();
          monitor.enter();
          value[0] = before + 1;
          monitor.exit();
          return null;
        });
      }
      fabric.settle();
      assertEquals(2, value[0], "sum");
    }

    @LappetTest(seeds = 3)
    void aborts() {
      assumeTrue(false);
    }

    @LappetTest(seeds = -1)
    void wrong() {}

    @LappetTest
    void failsItsFabric(TestFabric fabric) {
      bomb(fabric);
      fabric.settle();
    }

    @LappetTest
    void failsItsFabricOnPurpose(TestFabric fabric) {
      bomb(fabric);
      fabric.settle();
      assertEquals("bang", fabric.failure().orElseThrow().getMessage());
    }

    private static void bomb(TestFabric fabric) {
      Weaving weaving = Weaving.of(fabric, 1, "Bomb", fabric);
      weaving.daemon("explode").runs(() -> {
        throw new AssertionError("bang");
      });
      weaving.register();
      fabric.start();
    }

    @LappetTest(seeds = 1)
    void deadlocksWhenClosed(TestFabric fabric) {
      Monitor a = Monitor.of(fabric, "a");
      Monitor b = Monitor.of(fabric, "b");
      fabric.submit("ab", () -> slowly(fabric, a, b));
      fabric.submit("ba", () -> slowly(fabric, b, a));
    }

    private static Object slowly(TestFabric fabric, Monitor first, Monitor second)
        throws InterruptedException {
      first.enter();
      try {
        fabric.sleep(Duration.ofSeconds(1));
        second.enter();
        second.exit();
        return "done";
      } finally {
        first.exit();
      }
    }
  }

  private static EngineExecutionResults run(String method) {
    return select(method).execute();
  }

  private static EngineExecutionResults replay(String method, String schedule) {
    return select(method).configurationParameter("lappet.schedule", schedule).execute();
  }

  private static EngineExecutionResults run(String method, long seed) {
    return select(method).configurationParameter("lappet.seed", "" + seed).execute();
  }

  private static EngineTestKit.Builder select(String name) {
    Method method = Arrays.stream(Samples.class.getDeclaredMethods())
        .filter(candidate -> candidate.getName().equals(name))
        .findFirst()
        .orElseThrow();
    return EngineTestKit.engine("junit-jupiter").selectors(selectMethod(Samples.class, method));
  }

  private static Throwable failureOf(EngineExecutionResults results) {
    Event failed = results.testEvents().failed().list().get(0);
    return failed.getRequiredPayload(TestExecutionResult.class).getThrowable().orElseThrow();
  }

  private static List<String> names(EngineExecutionResults results) {
    return results
        .testEvents()
        .finished()
        .map(event -> event.getTestDescriptor().getDisplayName())
        .toList();
  }

  @Test
  void withoutSeedsATestRunsOnceInTheFixedOrder() {
    EngineExecutionResults results = run("once");
    results.testEvents().assertStatistics(stats -> stats.started(1).succeeded(1));
    assertEquals(List.of("fixed order"), names(results));
    assertEquals(List.of(OptionalLong.empty()), SEEDS);
  }

  @Test
  void eachSeedIsARunWithAnInstanceAndAFabricOfItsOwn() {
    EngineExecutionResults results = run("fiveTimes");
    results.testEvents().assertStatistics(stats -> stats.started(5).succeeded(5));
    assertEquals(List.of("seed 1", "seed 2", "seed 3", "seed 4", "seed 5"), names(results));
    assertThat(FABRICS).doesNotHaveDuplicates().hasSize(5);
  }

  @Test
  void aTestMayRunOnAThreadOfItsOwn() {
    run("elsewhere").testEvents().assertStatistics(stats -> stats.started(2).succeeded(2));
    assertThat(FABRICS).extracting(TestFabric::state).containsOnly(Fabric.State.CLOSED);
  }

  @Test
  void theFabricIsClosedAfterTheTest() {
    run("once");
    assertThat(FABRICS).extracting(TestFabric::state).containsExactly(Fabric.State.CLOSED);
  }

  @Test
  void theFirstSeedThatFailsIsPrintedAndTheLast() {
    EngineExecutionResults results = run("loses");
    int last = names(results).size();
    assertEquals(
        IntStream.rangeClosed(1, last).mapToObj(seed -> "seed " + seed).toList(), names(results));
    results.testEvents().assertStatistics(stats -> stats.succeeded(last - 1).failed(1));
    String line = "seed %1$d of io.lappet.testing.LappetTestTest$Samples.loses failed;"
        + " repeat it with -Dlappet.seed=%1$d";
    line = line.formatted(last);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(line);
    Throwable failure = failureOf(results);
    assertThat(failure).hasMessageContaining("sum");
    assertThat(failure.getSuppressed())
        .singleElement()
        .asString()
        .contains(line, "The last decisions:", "add-1");
  }

  @Test
  void aSeedThatIsGivenRunsAloneAndRepeats() {
    int seed = names(run("loses")).size(); // the first that fails
    EngineExecutionResults results = run("loses", seed);
    assertEquals(List.of("seed " + seed), names(results));
    String first = failureOf(results).getSuppressed()[0].getMessage();
    assertEquals(first, failureOf(run("loses", seed)).getSuppressed()[0].getMessage());
    assertEquals(List.of("seed 200"), names(run("loses", 200)));
  }

  @Test
  void aSeedThatIsGivenReplacesTheFixedOrderToo() {
    assertEquals(List.of("seed 17"), names(run("once", 17)));
  }

  // ---- exploring

  @Test
  void explorationEndsWithTheFirstFailureWhichItsScheduleRepeats() {
    EngineExecutionResults results = run("losesSomewhere");
    List<String> names = names(results);
    assertEquals("schedule plain", names.get(0));
    results.testEvents().assertStatistics(stats -> stats.failed(1).succeeded(names.size() - 1));
    String schedule = names.get(names.size() - 1).substring("schedule ".length());
    String line = "schedule %1$s of io.lappet.testing.LappetTestTest$Samples.losesSomewhere failed;"
        + " repeat it with -Dlappet.schedule=%1$s";
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains(line.formatted(schedule));
    EngineExecutionResults again = replay("losesSomewhere", schedule);
    assertEquals(List.of("schedule " + schedule), names(again));
    assertThat(failureOf(again)).hasMessageContaining("sum");
  }

  @Test
  void explorationEndsWhenNothingIsLeft() {
    EngineExecutionResults results = run("explored");
    List<String> names = names(results);
    assertThat(names).hasSizeBetween(2, 99).doesNotHaveDuplicates();
    results.testEvents().assertStatistics(stats -> stats.succeeded(names.size()));
    assertThat(results.allEvents().reportingEntryPublished().list())
        .singleElement()
        .asString()
        .contains(names.size() + " schedules, and there is no other");
  }

  @Test
  void seedsAndSchedulesExcludeEachOther() {
    run("both").containerEvents().assertStatistics(stats -> stats.failed(1));
  }

  @Test
  void theClockAndTheZoneAreThoseOfTheAnnotation() {
    run("inBerlin").testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @Test
  void aTestThatIsAbortedHasNotFailed() {
    EngineExecutionResults results = run("aborts");
    results.testEvents().assertStatistics(stats -> stats.aborted(3).failed(0));
    assertEquals("", printed.toString(StandardCharsets.UTF_8));
  }

  @Test
  void aNegativeNumberOfSeedsIsRefused() {
    EngineExecutionResults results = run("wrong");
    results.containerEvents().assertStatistics(stats -> stats.failed(1));
  }

  @Test
  void aFabricThatFailedFailsItsTest() {
    EngineExecutionResults results = run("failsItsFabric");
    assertThat(failureOf(results))
        .hasMessageContaining("The fabric has failed")
        .hasRootCauseMessage("bang");
  }

  @Test
  void aTestThatAskedForTheFailureGoesOn() {
    run("failsItsFabricOnPurpose").testEvents().assertStatistics(stats -> stats.succeeded(1));
  }

  @Test
  void aDeadlockThatOnlyClosingFindsFailsTheTest() {
    EngineExecutionResults results = run("deadlocksWhenClosed");
    assertThat(failureOf(results)).isInstanceOf(DeadlockError.class);
    assertThat(printed.toString(StandardCharsets.UTF_8)).contains("seed 1 of");
  }
}
