package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.ChannelFullException;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Order;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Orders, bounds, overflow, hand-over and the end of channels in whole programs. */
class ChannelRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  // ---- Rule 18: DELAY

  record Due(String name, long at, Fabric fabric) implements Delayed {
    static Due in(Fabric fabric, String name, long millis) {
      return new Due(name, fabric.time().nanos() + millis * 1_000_000, fabric);
    }

    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - fabric.time().nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  abstract static class Reminders {
    private final Log log;

    Reminders(Log log) {
      this.log = log;
    }

    @ChannelSpec(order = Order.DELAY)
    abstract Channel<Due> due();

    @Consumer(from = "due")
    void remind(Due due) {
      log.add(due.name());
    }

    abstract Worker remindWorker();
  }

  // Rules 10 and 18, QUE.7: earliest first, equals as sent, counted in the depth before.
  @LappetTest(seeds = 5)
  void aConsumerGetsWhatIsDueAtItsInstantAndEqualsAsTheyWereSent(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelRulesTest_Reminders(fabric, log));
    c.due().send(Due.in(fabric, "b", 200));
    c.due().send(Due.in(fabric, "c", 200));
    c.due().send(Due.in(fabric, "a", 100));
    c.due().send(Due.in(fabric, "now", 0));
    fabric.settle();
    assertThat(c.due().depth()).isEqualTo(3);
    assertThat(c.due().unfinished()).isEqualTo(3);
    fabric.advance(ms(200));
    assertThat(log.lines()).containsExactly("now@0", "a@100", "b@200", "c@200");
    assertThat(c.due().unfinished()).isZero();
  }

  // Rules 14 and 18: the drain waits for what is not due yet, up to the grace.
  @LappetTest(seeds = 5)
  void closingWaitsForWhatIsDueWithinTheGraceAndCountsTheRest(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelRulesTest_Reminders(fabric, log));
    c.due().send(Due.in(fabric, "soon", 300));
    c.due().send(Due.in(fabric, "late", 3_600_000));
    ShutdownReport report = fabric.close(ms(1000));
    assertThat(log.lines()).containsExactly("soon@300");
    assertThat(report.clean()).isFalse();
    assertThat(report.undelivered()).isEqualTo(Map.of("Reminders.due", 1));
    assertThat(report.stuck()).isEmpty();
  }

  // Rule 18: a channel closed in order hands out the rest, each when it is due; then its consumer
  // ends.
  @LappetTest(seeds = 5)
  void aClosedDelayHandsOutTheRestWhenThatIsDue(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelRulesTest_Reminders(fabric, log));
    c.due().send(Due.in(fabric, "a", 100));
    c.due().send(Due.in(fabric, "b", 200));
    c.due().close();
    assertThatThrownBy(() -> c.due().trySend(Due.in(fabric, "c", 0)))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Reminders.due");
    fabric.advance(ms(150));
    assertThat(c.remindWorker().state()).isEqualTo(Worker.State.RUNNING);
    fabric.advance(ms(100));
    assertThat(log.lines()).containsExactly("a@100", "b@200");
    assertThat(c.remindWorker().state()).isEqualTo(Worker.State.DONE);
  }

  // Rule 1, QUE.7: nothing is given before it is due; a timed receive ends exactly in time.
  @LappetTest(seeds = 5)
  void aTimedReceiveOfWhatIsNotDueGivesUpInTime(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelRulesTest_Reminders(fabric, log));
    c.remindWorker().pause();
    c.due().send(Due.in(fabric, "later", 500));
    assertThat(c.due().tryReceive()).isEmpty();
    assertThat(c.due().tryReceive(ms(499))).isEmpty();
    assertThat(log.now()).isEqualTo(499);
    assertThat(c.due().tryReceive(ms(10))).map(Due::name).contains("later");
    assertThat(log.now()).isEqualTo(500);
  }

  // ---- Rule 18: what a full channel does, in each order

  abstract static class Urgent {
    private final Log log;

    Urgent(Log log) {
      this.log = log;
    }

    @ChannelSpec(capacity = 2, order = Order.PRIORITY, overflow = Overflow.DROP_OLD)
    abstract Channel<Integer> in();

    @Consumer(from = "in")
    void take(int message) {
      log.add(message);
    }

    abstract Worker takeWorker();
  }

  @LappetTest(seeds = 5)
  void aFullPriorityDropsWhoHasWaitedLongestWhateverItsRank(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Urgent c = fabric.start(new WovenChannelRulesTest_Urgent(fabric, log));
    c.takeWorker().pause();
    c.in().send(1);
    c.in().send(5);
    assertThat(c.in().trySend(3)).isTrue(); // in the place of 1, the most urgent
    c.in().send(9); // in the place of 5
    assertThat(c.in().depth()).isEqualTo(2);
    assertThat(c.in().unfinished()).isEqualTo(2);
    c.takeWorker().resume();
    c.in().awaitIdle();
    assertThat(log.texts()).containsExactly("3", "9");
    assertThat(c.in().dropped()).isEqualTo(2);
    assertThat(c.in().stats().sent()).isEqualTo(4);
    assertThat(c.in().stats().received()).isEqualTo(2);
    assertThat(c.in().stats().highWater()).isEqualTo(2);
  }

  abstract static class Pile {
    private final Log log;

    Pile(Log log) {
      this.log = log;
    }

    @ChannelSpec(capacity = 2, order = Order.LIFO, overflow = Overflow.DROP_OLD)
    abstract Channel<Integer> in();

    @Consumer(from = "in")
    void take(int message) {
      log.add(message);
    }

    abstract Worker takeWorker();
  }

  @LappetTest(seeds = 5)
  void aFullPileDropsItsLowestAndGivesOutTheRestFromTheTop(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Pile c = fabric.start(new WovenChannelRulesTest_Pile(fabric, log));
    c.takeWorker().pause();
    for (int i = 1; i <= 4; i++) {
      assertThat(c.in().trySend(i, Duration.ofDays(1))).isTrue();
    }
    assertThat(log.now()).isZero();
    c.takeWorker().resume();
    c.in().awaitIdle();
    assertThat(log.texts()).containsExactly("4", "3");
  }

  abstract static class Narrow {
    private final Log log;

    Narrow(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1, overflow = Overflow.FAIL)
    abstract Channel<Integer> out();

    @Consumer(from = "in", to = "out")
    Integer pass(Integer number) {
      return number;
    }

    @Consumer(from = "out")
    void take(Integer number) {
      log.add(number);
    }

    abstract Worker passWorker();

    abstract Worker takeWorker();
  }

  // Rules 7 and 18: a result that is refused is a failure of its call, reported once; the message
  // is
  // done, and nobody waits for ever.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aResultThatAFullChannelRefusesIsReportedOnceAndItsMessageIsDone(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Narrow c = fabric.start(new WovenChannelRulesTest_Narrow(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    c.in().send(1);
    c.in().send(2);
    c.in().send(3);
    c.in().awaitIdle();
    assertThat(failures).hasSize(2).allSatisfy(failure -> {
      assertThat(failure.name()).isEqualTo("Narrow.pass");
      assertThat(failure.decision()).isEqualTo(OnError.Then.CONTINUE);
      assertThat(failure.cause())
          .isInstanceOf(ChannelFullException.class)
          .hasMessageContaining("Narrow.out");
    });
    assertThat(c.passWorker().failures()).isEqualTo(2);
    assertThat(c.out().trySend(4)).isFalse(); // never throws for fullness
    assertThat(c.out().trySend(4, Duration.ofDays(1))).isFalse();
    assertThat(log.now()).isZero();
    assertThatThrownBy(() -> c.out().send(4)).isInstanceOf(ChannelFullException.class);
    c.takeWorker().resume();
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.texts()).containsExactly("1");
  }

  abstract static class Rescued {
    private final Log log;

    Rescued(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1, overflow = Overflow.FAIL)
    abstract ChannelView<Integer> out();

    @Consumer(from = "in", to = "out")
    @OnError(deadLetter = "dead")
    Integer pass(Integer number) {
      return number;
    }

    @Consumer(from = "out")
    void take(Integer number) {
      log.add(number);
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      log.add(letter.message() + " of " + letter.worker() + " after " + letter.attempts() + " "
          + letter.cause().getClass().getSimpleName());
    }

    abstract Worker takeWorker();
  }

  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aResultThatIsRefusedIsADeadLetterIfThoseAreKept(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Rescued c = fabric.start(new WovenChannelRulesTest_Rescued(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    c.in().send(1);
    c.in().send(2);
    fabric.settle();
    assertThat(log.texts()).containsExactly("2 of Rescued.pass after 1 ChannelFullException");
    assertThat(c.in().unfinished()).isZero();
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(failures).isEmpty();
  }

  abstract static class Overrun {
    private final Log log;
    private int next;

    Overrun(Log log) {
      this.log = log;
    }

    @ChannelSpec(capacity = 2, overflow = Overflow.DROP_NEW)
    abstract ChannelView<Integer> out();

    @Producer(to = "out")
    Integer count() {
      return next < 5 ? ++next : null;
    }

    @Consumer(from = "out")
    void take(Integer number) {
      log.add(number);
    }

    abstract Worker countWorker();

    abstract Worker takeWorker();
  }

  // Rule 18 and the end of stream: what is dropped is counted, and the pipeline still ends.
  @LappetTest(seeds = 5)
  void aProducerThatOverrunsAPausedConsumerEndsAndWhatWasKeptIsTaken(TestFabric fabric) {
    Log log = new Log(fabric);
    Overrun c = fabric.start(new WovenChannelRulesTest_Overrun(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    assertThat(c.countWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(c.out().isClosed()).isTrue();
    assertThat(c.out().depth()).isEqualTo(2);
    assertThat(c.out().dropped()).isEqualTo(3);
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.PAUSED);
    c.takeWorker().resume();
    fabric.settle();
    assertThat(log.texts()).containsExactly("1", "2");
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(c.takeWorker().handled()).isEqualTo(2);
  }

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

  abstract static class Till {
    private final Log log;

    Till(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 0)
    abstract Channel<Integer> tray();

    @Consumer(from = "tray")
    void take(Integer number) throws InterruptedException {
      log.add(number);
      fabric().sleep(ms(100));
    }

    abstract Worker takeWorker();
  }

  // Rules 2, 3 and 15: trySend succeeds only if a receiver waits, and a paused consumer does not.
  @LappetTest(seeds = 5)
  void tryingToHandOverSucceedsOnlyWhileTheConsumerWaits(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Till c = fabric.start(new WovenChannelRulesTest_Till(fabric, log));
    fabric.settle();
    assertThat(c.tray().trySend(1)).isTrue();
    assertThat(c.tray().trySend(2)).isFalse(); // the one that waits has a message
    fabric.settle();
    assertThat(c.tray().trySend(3)).isFalse();
    assertThat(c.tray().unfinished()).isEqualTo(1);
    assertThat(c.tray().trySend(4, ms(150))).isTrue();
    assertThat(log.now()).isEqualTo(100);
    c.takeWorker().pause();
    fabric.advance(ms(150));
    assertThat(c.tray().trySend(5, ms(50))).isFalse();
    assertThat(log.now()).isEqualTo(300);
    c.takeWorker().resume();
    c.tray().send(6);
    assertThat(c.tray().awaitIdle(ms(200))).isTrue();
    assertThat(log.lines()).containsExactly("1@0", "4@100", "6@300");
    assertThat(c.tray().stats().sent()).isEqualTo(3);
  }

  // ---- The rest of a channel, and its end

  abstract static class Sorted {
    private final Log log;

    Sorted(Log log) {
      this.log = log;
    }

    static final class ByLength implements Comparator<String> {
      @Override
      public int compare(String one, String other) {
        return Integer.compare(one.length(), other.length());
      }
    }

    @ChannelSpec(order = Order.PRIORITY, comparator = ByLength.class)
    abstract Channel<String> words();

    @Consumer(from = "words")
    void take(String word) {
      log.add(word);
    }

    abstract Worker takeWorker();
  }

  // Rules 10 and 18: equals of a comparator keep the order in which they were sent.
  @LappetTest(seeds = 5)
  void equalsOfAComparatorComeAsTheyWereSent(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Sorted c = fabric.start(new WovenChannelRulesTest_Sorted(fabric, log));
    c.takeWorker().pause();
    for (String word : List.of("ddd", "b", "aaa", "cc", "a", "bb")) {
      c.words().send(word);
    }
    c.takeWorker().resume();
    c.words().awaitIdle();
    assertThat(log.texts()).containsExactly("b", "a", "cc", "bb", "ddd", "aaa");
  }

  // Rule 18: what is returned by a close at once is in the order in which it would have been given.
  @LappetTest(seeds = 5)
  void closingAtOnceReturnsTheRestAndLeavesWhatIsInHand(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Sorted c = fabric.start(new WovenChannelRulesTest_Sorted(fabric, log));
    c.takeWorker().pause();
    for (String word : List.of("ddd", "b", "aaa", "cc")) {
      c.words().send(word);
    }
    assertThat(c.words().closeNow()).containsExactly("b", "cc", "ddd", "aaa");
    assertThat(c.words().closeNow()).isEmpty();
    assertThat(c.words().awaitIdle(Duration.ZERO)).isTrue();
    c.takeWorker().resume();
    fabric.settle();
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(log.texts()).isEmpty();
    assertThat(fabric.close(ms(100)).clean()).isTrue();
  }

  abstract static class Boundless {
    private final Log log;

    Boundless(Log log) {
      this.log = log;
    }

    @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
    abstract Channel<Integer> in();

    @Consumer(from = "in")
    void take(Integer number) {
      log.add(number);
    }

    abstract Worker takeWorker();
  }

  // Rules 1 and 15: unbounded never refuses; stats know how long messages waited, in virtual time.
  @LappetTest
  void unboundedNeverRefusesAndStatsKnowHowLongTheFirstHasWaited(TestFabric fabric)
      throws Exception {
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

  abstract static class Small {
    private final Log log;

    Small(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 2)
    abstract Channel<Integer> in();

    @Consumer(from = "in")
    void take(Integer number) throws InterruptedException {
      log.add(number);
      fabric().sleep(ms(100));
    }

    abstract Worker takeWorker();
  }

  // QSD.3 in a program: what was refused is not in, the rest is handled, and the consumer ends.
  @LappetTest(seeds = 5)
  void closingEndsBlockedSendersAndNothingOfTheirsIsHandled(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Small c = fabric.start(new WovenChannelRulesTest_Small(fabric, log));
    c.takeWorker().pause();
    c.in().send(1);
    c.in().send(2);
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

  // QUE.4: bounded means what waits; what is in hand takes up no room.
  @LappetTest(seeds = 5)
  void whatIsInHandTakesUpNoRoom(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Small c = fabric.start(new WovenChannelRulesTest_Small(fabric, log));
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
    c.in().awaitIdle(Duration.ofSeconds(10));
    assertThat(log.lines()).containsExactly("1@0", "2@100", "3@200", "4@300");
  }

  // Rule 18: who receives by hand competes with the consumer; every message goes to one of them.
  @LappetTest(seeds = 10)
  void whoReceivesByHandCompetesWithTheConsumer(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Small c = fabric.start(new WovenChannelRulesTest_Small(fabric, log));
    Task<Void> byHand = fabric.after(Duration.ZERO, "hand", () -> {
      for (int i = 0; i < 3; i++) {
        c.in().tryReceive(ms(150)).ifPresent(log::add);
      }
    });
    for (int i = 1; i <= 6; i++) {
      c.in().send(i);
    }
    assertThat(byHand.join(Duration.ofSeconds(10))).isTrue();
    assertThat(c.in().awaitIdle(Duration.ofSeconds(10))).isTrue();
    assertThat(log.texts()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
  }

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

  // TDJ.1 and rule 18: a message is done when its result was sent; one whose result is null sends
  // nothing and is done at once.
  @LappetTest(seeds = 5)
  void aMessageIsDoneWhenItsResultWasSentAndAtOnceIfThereIsNone(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Chain c = fabric.start(new WovenChannelRulesTest_Chain(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    for (int i = 1; i <= 4; i++) {
      c.in().send(i);
    }
    assertThat(c.in().awaitIdle(ms(50))).isFalse();
    assertThat(c.in().unfinished()).isEqualTo(2); // 3 is in hand, and 4 behind it
    assertThat(c.out().depth()).isEqualTo(1);
    c.takeWorker().resume();
    c.in().awaitIdle();
    c.out().awaitIdle();
    assertThat(log.texts()).containsExactly("1", "3");
  }

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
