package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.Timer;
import io.lappet.WiringException;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.testing.Explore;
import io.lappet.testing.LappetTest;
import io.lappet.testing.LivelockError;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Virtual time, seeds, exploring, configuration and the chart of whole programs. */
class TestFabricRulesTest {
  abstract static class Plant {
    private final Log log;
    private int made;

    Plant(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 2)
    abstract Channel<Integer> raw();

    @ChannelSpec(topic = true)
    abstract ChannelView<Integer> news();

    @ChannelSpec(capacity = 0)
    abstract ChannelView<String> tray();

    @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
    abstract ChannelView<DeadLetter<Integer>> waste();

    @PeriodicTimer(every = "100ms", to = "raw")
    Integer make() {
      return ++made;
    }

    @Consumer(from = "raw", to = "news", concurrency = 2)
    @OnError(deadLetter = "waste")
    Integer check(Integer number) {
      if (number % 3 == 0) {
        throw new IllegalStateException("third");
      }
      return number;
    }

    @Consumer(from = "news", to = "tray")
    String label(Integer number) {
      log.add("print " + number);
      return "label " + number;
    }

    @Consumer(from = "news")
    void count(Integer number) {
      log.add("count " + number);
    }

    @Consumer(from = "tray")
    void send(String label) throws InterruptedException {
      fabric().sleep(ms(10));
      log.add(label);
    }

    @Consumer(from = "waste")
    void bury(DeadLetter<Integer> letter) {
      log.add("bury " + letter.message());
    }

    abstract Timer makeTimer();
  }

  // Section 15: the same seed makes the same run, other seeds make other ones, and all do the same.
  @Test
  void aSeedMakesTheSameRunOfAWholeProgram() {
    Set<List<String>> runs = new HashSet<>();
    for (long seed = 1; seed <= 10; seed++) {
      List<String> once = run(seed);
      assertThat(run(seed)).isEqualTo(once);
      assertThat(once.stream().sorted()).containsExactlyElementsOf(expected());
      runs.add(once);
    }
    assertThat(runs).hasSizeGreaterThan(1);
  }

  private static List<String> run(long seed) {
    TestFabric fabric = TestFabric.create(seed);
    Log log = new Log(fabric);
    fabric.start(new WovenTestFabricRulesTest_Plant(fabric, log));
    fabric.advance(ms(650));
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    return log.lines();
  }

  private static List<String> expected() {
    List<String> lines = new ArrayList<>();
    for (int i = 1; i <= 6; i++) {
      if (i % 3 == 0) {
        lines.add("bury " + i + "@" + i * 100);
      } else {
        lines.add("count " + i + "@" + i * 100);
        lines.add("print " + i + "@" + i * 100);
        lines.add("label " + i + "@" + (i * 100 + 10));
      }
    }
    return lines.stream().sorted().toList();
  }

  // Issue 4, 6: the chart has every worker, every channel with what it is, and dead letters.
  @LappetTest
  void theChartHasEveryWorkerAndEveryChannelWithWhatItIs(TestFabric fabric) throws Exception {
    Plant c = fabric.start(new WovenTestFabricRulesTest_Plant(fabric, new Log(fabric)));
    fabric.workers().forEach(worker -> {
      if (!worker.name().equals("Plant.make")) {
        worker.pause();
      }
    });
    fabric.settle();
    c.raw().send(1);
    c.raw().send(2);
    String chart = fabric.describe();
    assertThat(chart)
        .startsWith("flowchart LR")
        .contains("Plant.raw<br/>2 of 2")
        .contains("topic")
        .contains("hand-over")
        .contains("unbounded")
        .contains("dead letters")
        .contains("by hand")
        .contains("timer");
    for (String name : List.of("make", "check", "label", "count", "send", "bury")) {
      assertThat(chart).contains("Plant." + name);
    }
    fabric.close();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  // Rule 2: a negative time is zero; section 15: only the test moves the clock, from outside.
  @LappetTest(seeds = 3)
  void onlyTheTestMovesTheClockAndNeverBack(TestFabric fabric) {
    Log log = new Log(fabric);
    fabric.advance(ms(-5));
    assertThat(log.now()).isZero();
    Task<Boolean> inside = fabric.submit("inside", () -> {
      assertThatThrownBy(() -> fabric.advance(ms(1))).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(fabric::settle).isInstanceOf(IllegalStateException.class);
      return true;
    });
    assertThat(inside.join()).isTrue();
    assertThat(log.now()).isZero();
    assertThatThrownBy(() -> fabric.advanceTo(fabric.time().now().minusNanos(1)))
        .isInstanceOf(IllegalArgumentException.class);
  }

  // Section 15: a wait of the test for what only the clock can bring says so, and harms nothing.
  @LappetTest(seeds = 3)
  void aTestThatReceivesWhatOnlyTheClockCanBringIsToldToAdvanceIt(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Clock c = fabric.start(new WovenTestFabricRulesTest_Clock(fabric, log));
    assertThatThrownBy(() -> c.ticks().receive())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("advance");
    assertThat(c.ticks().tryReceive(ms(250))).isEqualTo(Optional.of(1));
    assertThat(log.now()).isEqualTo(100);
    fabric.advance(ms(250));
    assertThat(c.ticks().receive()).isEqualTo(2);
    assertThat(c.ticks().receive()).isEqualTo(3);
    assertThat(c.ticks().depth()).isZero();
  }

  abstract static class Clock {
    private final Log log;
    private int count;

    Clock(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> ticks();

    @PeriodicTimer(every = "100ms", to = "ticks")
    Integer tick() {
      log.add("tick");
      return ++count;
    }

    abstract Timer tickTimer();
  }

  // Issue 6: a pause of the whole process makes no burst of periods; delayed tasks come in order.
  @LappetTest
  void afterAPauseOfTheProcessEachTimerRunsOnceAndTasksComeInOrder(TestFabric fabric) {
    Log log = new Log(fabric);
    Clock c = fabric.start(new WovenTestFabricRulesTest_Clock(fabric, log));
    fabric.after(ms(700), "b", () -> log.add("b"));
    fabric.after(ms(650), "a", () -> log.add("a"));
    fabric.standStill(ms(1050));
    fabric.settle();
    assertThat(log.linesOf("tick")).containsExactly("tick@1050");
    assertThat(log.texts()).containsSubsequence("a", "b");
    assertThat(c.tickTimer().missed()).isEqualTo(9);
    fabric.advance(ms(100));
    assertThat(log.linesOf("tick")).containsExactly("tick@1050", "tick@1100");
  }

  @SuppressWarnings("channel-cycle") // one message goes round in room for 256, so no send waits
  abstract static class Mirror {
    private final Log log;

    Mirror(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> here();

    @Consumer(from = "here", to = "there")
    Integer forth(Integer number) {
      return number + 1;
    }

    @Consumer(from = "there", to = "here")
    Integer back(Integer number) {
      log.add(number);
      return number;
    }
  }

  // Section 15: a circle in which a message runs for ever is told with the names of its workers.
  @Test
  void aMessageThatRunsInACircleForEverIsALivelock() throws Exception {
    TestFabric fabric = TestFabric.options().livelockAfter(2_000).create();
    Mirror c = fabric.start(new WovenTestFabricRulesTest_Mirror(fabric, new Log(fabric)));
    c.here().send(1);
    assertThatThrownBy(fabric::settle)
        .isInstanceOf(LivelockError.class)
        .hasMessageContaining("Mirror");
    fabric.close(); // leaves no thread, though the message goes on and on
  }

  abstract static class Slot {
    private int taken;

    @ChannelSpec(capacity = 1)
    abstract Channel<Integer> in();

    @Consumer(from = "in")
    void take(Integer number) {
      taken++;
    }

    boolean offer(Integer number) throws InterruptedException {
      try {
        in().send(number);
        return true;
      } catch (ChannelClosedException e) {
        return false;
      }
    }

    int taken() {
      return taken;
    }
  }

  // QSD.3 in every order: whoever is closed upon has sent, and its message is handled, or has not.
  @Test
  void inEveryInterleavingASendUnderACloseHasHappenedOrNot() {
    Set<Integer> outcomes = new HashSet<>();
    Explore.Result result = Explore.exhaustively().schedules(1_000).run(fabric -> {
      Slot slot = fabric.start(new WovenTestFabricRulesTest_Slot(fabric));
      Task<Boolean> one = fabric.submit("one", () -> slot.offer(1));
      Task<Boolean> two = fabric.submit("two", () -> slot.offer(2));
      Task<Boolean> closes = fabric.submit("closes", () -> {
        slot.in().close();
        return true;
      });
      int sent = (one.join() ? 1 : 0) + (two.join() ? 1 : 0);
      closes.join();
      slot.in().awaitIdle();
      fabric.settle();
      assertThat(slot.taken()).isEqualTo(sent);
      outcomes.add(sent);
    });
    assertThat(result.schedules()).isGreaterThan(10);
    assertThat(outcomes).containsExactlyInAnyOrder(0, 1, 2);
  }

  // Design 14: what means nothing fails the start and lists what is valid; so does a bad value.
  @Test
  void configurationThatMeansNothingIsRefusedWithWhatIsValid() {
    Map<String, String> wrong = Map.of(
        "Plant.raw.capacity", "-1",
        "Plant.check.concurrency", "0",
        "Plant.raw.overflow", "BLOK",
        "Plant.make.every", "soon",
        "Plant.check.then", "PERHAPS",
        "Plant.check.retries", "-1");
    wrong.forEach((key, value) -> {
      try (TestFabric fabric = TestFabric.create(1, Map.of(key, value))) {
        assertThatThrownBy(() -> new WovenTestFabricRulesTest_Plant(fabric, new Log(fabric)))
            .as("%s", key)
            .isInstanceOf(WiringException.class)
            .hasMessageContaining(key)
            .hasMessageContaining(value);
      }
    });
    Map<String, String> unknown = Map.of(
        "Plant.raw.order", "Plant.raw: capacity",
        "Plant.rav.capacity", "\"Plant.raw.capacity\"",
        "Plant.check.from", "Plant.check: backoff, concurrency");
    unknown.forEach((key, valid) -> {
      try (TestFabric fabric = TestFabric.create(1, Map.of(key, "1"))) {
        new WovenTestFabricRulesTest_Plant(fabric, new Log(fabric));
        assertThatThrownBy(fabric::start)
            .as("%s", key)
            .isInstanceOf(WiringException.class)
            .hasMessageContaining(key)
            .hasMessageContaining(valid);
        assertThat(fabric.threads()).isEmpty();
      }
    });
  }

  abstract static class Flow {
    private final Log log;
    private int next;

    Flow(Log log) {
      this.log = log;
    }

    @Producer(to = "numbers")
    Integer count() {
      return next < 6 ? ++next : null;
    }

    @Consumer(from = "numbers")
    @OnError(deadLetter = "dead")
    void take(Integer number) {
      log.add("take " + number);
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      log.add("bury " + letter.message() + " after " + letter.attempts());
    }
  }

  // Issue 6: a consumer that throws at its nth message, by name; configured retries count too, and
  // a finite pipeline with dead letters ends by itself.
  @Test
  void aFaultAtTheNthMessageMakesItsDeadLetterAndTheRestEnds() {
    TestFabric fabric =
        TestFabric.create(7, Map.of("Flow.take.retries", "1", "Flow.take.backoff", "1s"));
    fabric.faults().failAt("Flow.take", 3).failAt("Flow.take", 4);
    Log log = new Log(fabric);
    fabric.start(new WovenTestFabricRulesTest_Flow(fabric, log));
    fabric.runUntil(() -> fabric.workers().stream().noneMatch(worker -> worker.isAlive()));
    assertThat(log.now()).isEqualTo(1_000);
    assertThat(log.linesOf("take"))
        .containsExactly("take 1@0", "take 2@0", "take 4@1000", "take 5@1000", "take 6@1000");
    assertThat(log.linesOf("bury")).containsExactly("bury 3 after 2@1000");
    assertThat(fabric.close(Duration.ZERO).clean()).isTrue();
  }
}
