package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelFullException;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Failure;
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
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 18: what a full channel does, if it does not let the sender wait. */
class ChannelOverflowRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  // ---- DROP_OLD

  abstract static class Urgent extends Taker<Integer> {
    Urgent(Log log) {
      super(log);
    }

    @Override
    @ChannelSpec(capacity = 2, order = Order.PRIORITY, overflow = Overflow.DROP_OLD)
    abstract Channel<Integer> in();
  }

  @LappetTest(seeds = 5)
  void aFullPriorityDropsWhoHasWaitedLongestWhateverItsRank(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Urgent c = fabric.start(new WovenChannelOverflowRulesTest_Urgent(fabric, log));
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

  abstract static class Pile extends Taker<Integer> {
    Pile(Log log) {
      super(log);
    }

    @Override
    @ChannelSpec(capacity = 2, order = Order.LIFO, overflow = Overflow.DROP_OLD)
    abstract Channel<Integer> in();
  }

  @LappetTest(seeds = 5)
  void aFullPileDropsItsLowestAndGivesOutTheRestFromTheTop(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Pile c = fabric.start(new WovenChannelOverflowRulesTest_Pile(fabric, log));
    c.takeWorker().pause();
    for (int i = 1; i <= 4; i++) {
      assertThat(c.in().trySend(i, Duration.ofDays(1))).isTrue();
    }
    assertThat(log.now()).isZero();
    c.takeWorker().resume();
    c.in().awaitIdle();
    assertThat(log.texts()).containsExactly("4", "3");
    assertThat(c.in().dropped()).isEqualTo(2);
  }

  // ---- FAIL

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

  // Rules 7 and 18: a result that is refused is a failure of its call, reported once; its message
  // is done, and nobody waits for ever.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aResultThatAFullChannelRefusesIsReportedOnceAndItsMessageIsDone(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Narrow c = fabric.start(new WovenChannelOverflowRulesTest_Narrow(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    sendAll(c.in(), 1, 2, 3);
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
    Rescued c = fabric.start(new WovenChannelOverflowRulesTest_Rescued(fabric, log));
    c.takeWorker().pause();
    fabric.settle();
    sendAll(c.in(), 1, 2);
    fabric.settle();
    assertThat(log.texts()).containsExactly("2 of Rescued.pass after 1 ChannelFullException");
    assertThat(c.in().unfinished()).isZero();
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.texts()).hasSize(2).endsWith("1");
    assertThat(failures).isEmpty();
  }

  // ---- DROP_NEW

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

  // What is dropped is counted, and the pipeline still ends by itself.
  @LappetTest(seeds = 5)
  void aProducerThatOverrunsAPausedConsumerEndsAndWhatWasKeptIsTaken(TestFabric fabric) {
    Log log = new Log(fabric);
    Overrun c = fabric.start(new WovenChannelOverflowRulesTest_Overrun(fabric, log));
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
}
