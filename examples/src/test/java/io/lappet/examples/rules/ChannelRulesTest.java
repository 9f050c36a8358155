package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.Failure;
import io.lappet.Task;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** How much room there is in a channel, when a message of it is done, and how it ends. */
class ChannelRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  // ---- Rule 15: hand-over

  abstract static class Counter {
    private final Log log;
    private int next;

    Counter(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 0)
    abstract ChannelView<Integer> tray();

    @Producer(to = "tray")
    Integer make() {
      if (next == 4) {
        return null;
      }
      next++;
      log.add("make " + next);
      return next;
    }

    @Consumer(from = "tray")
    void take(Integer number) throws InterruptedException {
      log.add("take " + number);
      fabric().sleep(ms(100));
    }

    abstract Worker takeWorker();
  }

  @LappetTest(seeds = 5)
  void aProducerIsNeverMoreThanTheOneInItsHandAhead(TestFabric fabric) {
    Log log = new Log(fabric);
    Counter c = fabric.start(new WovenChannelRulesTest_Counter(fabric, log));
    fabric.advance(ms(50));
    assertThat(c.tray().depth()).isZero();
    assertThat(c.tray().capacity()).isZero();
    fabric.advance(ms(1000));
    assertThat(log.linesOf("take"))
        .containsExactly("take 1@0", "take 2@100", "take 3@200", "take 4@300");
    assertThat(log.linesOf("make"))
        .containsExactly("make 1@0", "make 2@0", "make 3@100", "make 4@200");
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(c.tray().stats().highWater()).isZero();
  }

  abstract static class Till extends Taker<Integer> {
    Till(Log log, Act<Integer> act) {
      super(log, act);
    }

    @Override
    @ChannelSpec(capacity = 0)
    abstract Channel<Integer> in();
  }

  // Rules 2, 3 and 15: trySend succeeds only if a receiver waits, and a paused consumer does not.
  @LappetTest(seeds = 5)
  void tryingToHandOverSucceedsOnlyWhileTheConsumerWaits(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Till c =
        fabric.start(new WovenChannelRulesTest_Till(fabric, log, number -> fabric.sleep(ms(100))));
    fabric.settle();
    assertThat(c.in().trySend(1)).isTrue();
    assertThat(c.in().trySend(2)).isFalse(); // the one that waits has a message
    fabric.settle();
    assertThat(c.in().trySend(3)).isFalse();
    assertThat(c.in().unfinished()).isEqualTo(1);
    assertThat(c.in().trySend(4, ms(150))).isTrue();
    assertThat(log.now()).isEqualTo(100);
    c.takeWorker().pause();
    fabric.advance(ms(150));
    assertThat(c.in().trySend(5, ms(50))).isFalse();
    assertThat(log.now()).isEqualTo(300);
    c.takeWorker().resume();
    c.in().send(6);
    assertThat(c.in().awaitIdle(ms(200))).isTrue();
    assertThat(log.lines()).containsExactly("1@0", "4@100", "6@300");
    assertThat(c.in().stats().sent()).isEqualTo(3);
  }

  // ---- Rule 15: unbounded, and bounded

  abstract static class Boundless extends Taker<Integer> {
    Boundless(Log log) {
      super(log);
    }

    @Override
    @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
    abstract Channel<Integer> in();
  }

  // Rules 1 and 15: unbounded never refuses; stats know how long messages waited, in virtual time.
  @LappetTest
  void unboundedNeverRefusesAndStatsKnowHowLongMessagesWaited(TestFabric fabric) throws Exception {
    Boundless c = fabric.start(new WovenChannelRulesTest_Boundless(fabric, new Log(fabric)));
    c.takeWorker().pause();
    for (int i = 0; i < 5_000; i++) {
      assertThat(c.in().trySend(i)).isTrue();
    }
    assertThat(c.in().capacity()).isEqualTo(Integer.MAX_VALUE);
    fabric.advance(Duration.ofSeconds(3));
    c.takeWorker().resume();
    c.in().awaitIdle();
    assertThat(c.in().stats().highWater()).isEqualTo(5_000);
    assertThat(c.in().stats().maxWait()).isEqualTo(Duration.ofSeconds(3));
    assertThat(c.in().stats().meanWait()).isEqualTo(Duration.ofSeconds(3));
  }

  abstract static class Small extends Taker<Integer> {
    Small(Log log, Act<Integer> act) {
      super(log, act);
    }

    @Override
    @ChannelSpec(capacity = 2)
    abstract Channel<Integer> in();
  }

  // QUE.4: bounded means what waits; what is in hand takes up no room.
  @LappetTest(seeds = 5)
  void whatIsInHandTakesUpNoRoom(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Small c =
        fabric.start(new WovenChannelRulesTest_Small(fabric, log, number -> fabric.sleep(ms(100))));
    c.in().send(1);
    fabric.settle();
    assertThat(c.in().trySend(2)).isTrue();
    assertThat(c.in().trySend(3)).isTrue();
    assertThat(c.in().trySend(4)).isFalse();
    assertThat(c.in().trySend(4, Duration.ZERO)).isFalse();
    assertThat(c.in().trySend(4, ms(-5))).isFalse();
    assertThat(log.now()).isZero();
    assertThat(c.in().unfinished()).isEqualTo(3);
    assertThat(c.in().trySend(4, Duration.ofDays(36_500))).isTrue();
    assertThat(log.now()).isEqualTo(100);
    assertThat(c.in().awaitIdle(Duration.ofSeconds(10))).isTrue();
    assertThat(log.lines()).containsExactly("1@0", "2@100", "3@200", "4@300");
  }

  // Rule 18: who receives by hand competes with the consumer; every message goes to one of them.
  @LappetTest(seeds = 10)
  void whoReceivesByHandCompetesWithTheConsumer(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Small c =
        fabric.start(new WovenChannelRulesTest_Small(fabric, log, number -> fabric.sleep(ms(100))));
    List<Integer> byHand = new CopyOnWriteArrayList<>();
    Task<Void> hand = fabric.after(Duration.ZERO, "hand", () -> {
      for (int i = 0; i < 3; i++) {
        c.in().tryReceive(ms(150)).ifPresent(byHand::add);
      }
    });
    sendAll(c.in(), 1, 2, 3, 4, 5, 6);
    assertThat(hand.join(Duration.ofSeconds(10))).isTrue();
    assertThat(c.in().awaitIdle(Duration.ofSeconds(10))).isTrue();
    assertThat(byHand).hasSize(3); // there was one each time while the consumer was busy
    byHand.forEach(log::add);
    assertThat(log.texts()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
  }

  // QSD.3 in a program: what was refused is not in, the rest is handled, and the consumer ends.
  @LappetTest(seeds = 5)
  void closingEndsBlockedSendersAndNothingOfTheirsIsHandled(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Small c =
        fabric.start(new WovenChannelRulesTest_Small(fabric, log, number -> fabric.sleep(ms(100))));
    c.takeWorker().pause();
    sendAll(c.in(), 1, 2);
    List<Task<Integer>> senders = IntStream.of(3, 4)
        .mapToObj(n -> fabric.submit("sender", () -> {
          c.in().send(n);
          return n;
        }))
        .toList();
    fabric.settle();
    assertThat(senders).noneMatch(Task::isDone);
    c.in().close();
    c.in().close();
    for (Task<Integer> sender : senders) {
      assertThatThrownBy(sender::join)
          .hasCauseInstanceOf(ChannelClosedException.class)
          .hasStackTraceContaining("Small.in");
    }
    assertThat(c.in().depth()).isEqualTo(2);
    c.takeWorker().resume();
    fabric.advance(ms(500));
    assertThat(log.lines()).containsExactly("1@0", "2@100");
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(c.in().unfinished()).isZero();
  }

  // ---- TDJ.1 and rule 18: when a message is done

  abstract static class Chain {
    private final Log log;

    Chain(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1)
    abstract Channel<Integer> out();

    @Consumer(from = "in", to = "out")
    Integer odd(Integer number) {
      return number % 2 == 1 ? number : null;
    }

    @Consumer(from = "out")
    void take(Integer number) {
      log.add(number);
    }

    abstract Worker takeWorker();
  }

  // When its result was sent; one whose result is null sends nothing and is done at once.
  @LappetTest(seeds = 5)
  void aMessageIsDoneWhenItsResultWasSentAndAtOnceIfThereIsNone(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Chain c = fabric.start(new WovenChannelRulesTest_Chain(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    sendAll(c.in(), 1, 2, 3, 4);
    assertThat(c.in().awaitIdle(ms(50))).isFalse();
    assertThat(c.in().unfinished()).isEqualTo(2); // 3 is in hand, and 4 behind it
    assertThat(c.out().depth()).isEqualTo(1);
    c.takeWorker().resume();
    c.in().awaitIdle();
    c.out().awaitIdle();
    assertThat(log.texts()).containsExactly("1", "3");
  }

  // ---- A channel that nobody declares but its two ends

  abstract static class Pair {
    private final Log log;
    private int next;

    Pair(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @Producer(to = "numbers")
    Integer count() throws InterruptedException {
      fabric().sleep(ms(10));
      return ++next;
    }

    @Consumer(from = "numbers")
    void take(Integer number) {
      log.add(number);
    }

    abstract Worker countWorker();

    abstract Worker takeWorker();
  }

  // Rules 7 and 18: a channel closed under its producer ends that, reported once, and the consumer
  // takes the rest and ends quietly.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aProducerWhoseChannelIsClosedByHandEndsAndIsReportedOnce(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Pair c = fabric.start(new WovenChannelRulesTest_Pair(fabric, log));
    fabric.advance(ms(35));
    fabric.channel("Pair.numbers").orElseThrow().close();
    fabric.advance(ms(500));
    assertThat(log.lines()).containsExactly("1@10", "2@20", "3@30");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).cause()).isInstanceOf(ChannelClosedException.class);
    assertThat(c.countWorker().isAlive()).isFalse();
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
    fabric.close();
    assertThat(failures).hasSize(1);
  }

  // Design 14: a concurrency that is configured counts before the queue is chosen.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void moreThreadsMayBeConfiguredThanTheQueueWouldHaveBeenMadeFor(long seed) {
    try (TestFabric fabric = TestFabric.create(
        seed, Map.of("Pair.take.concurrency", "3", "Pair.numbers.capacity", "1"))) {
      Log log = new Log(fabric);
      Pair c = fabric.start(new WovenChannelRulesTest_Pair(fabric, log));
      fabric.advance(ms(105));
      assertThat(c.takeWorker().threads()).hasSize(3);
      assertThat(fabric.channel("Pair.numbers").orElseThrow().capacity()).isEqualTo(1);
      assertThat(log.texts())
          .containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6", "7", "8", "9", "10");
    }
  }
}
