package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.Fabric;
import io.lappet.ShutdownReport;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Order;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.Comparator;
import java.util.Map;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;

/** What comes out when, and what is left at the end, of channels that are no plain queues. */
class ChannelOrderRulesTest {
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

    @Override
    public String toString() {
      return name;
    }
  }

  abstract static class Reminders extends Taker<Due> {
    Reminders(Log log) {
      super(log);
    }

    @Override
    @ChannelSpec(order = Order.DELAY)
    abstract Channel<Due> in();
  }

  // Rules 10 and 18, QUE.7: earliest first, equals as sent, counted in the depth before.
  @LappetTest(seeds = 5)
  void aConsumerGetsWhatIsDueAtItsInstantAndEqualsAsTheyWereSent(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelOrderRulesTest_Reminders(fabric, log));
    c.in().send(Due.in(fabric, "b", 200));
    c.in().send(Due.in(fabric, "c", 200));
    c.in().send(Due.in(fabric, "a", 100));
    c.in().send(Due.in(fabric, "now", 0));
    fabric.settle();
    assertThat(c.in().depth()).isEqualTo(3);
    assertThat(c.in().unfinished()).isEqualTo(3);
    fabric.advance(ms(200));
    assertThat(log.lines()).containsExactly("now@0", "a@100", "b@200", "c@200");
    assertThat(c.in().unfinished()).isZero();
  }

  // Rules 14 and 18: the drain waits for what is not due yet, up to the grace.
  @LappetTest(seeds = 5)
  void closingWaitsForWhatIsDueWithinTheGraceAndCountsTheRest(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelOrderRulesTest_Reminders(fabric, log));
    c.in().send(Due.in(fabric, "soon", 300));
    c.in().send(Due.in(fabric, "late", 3_600_000));
    ShutdownReport report = fabric.close(ms(1000));
    assertThat(log.lines()).containsExactly("soon@300");
    assertThat(report.clean()).isFalse();
    assertThat(report.undelivered()).isEqualTo(Map.of("Reminders.in", 1));
    assertThat(report.stuck()).isEmpty();
  }

  // Rule 18: a channel closed in order hands out the rest, each when it is due; then its consumer
  // ends.
  @LappetTest(seeds = 5)
  void aClosedDelayHandsOutTheRestWhenThatIsDue(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelOrderRulesTest_Reminders(fabric, log));
    c.in().send(Due.in(fabric, "a", 100));
    c.in().send(Due.in(fabric, "b", 200));
    c.in().close();
    assertThatThrownBy(() -> c.in().trySend(Due.in(fabric, "c", 0)))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Reminders.in");
    fabric.advance(ms(150));
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.RUNNING);
    fabric.advance(ms(100));
    assertThat(log.lines()).containsExactly("a@100", "b@200");
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
  }

  // Rule 1, QUE.7: nothing is given before it is due; a timed receive ends exactly in time.
  @LappetTest(seeds = 5)
  void aTimedReceiveOfWhatIsNotDueGivesUpInTime(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Reminders c = fabric.start(new WovenChannelOrderRulesTest_Reminders(fabric, log));
    c.takeWorker().pause();
    c.in().send(Due.in(fabric, "later", 500));
    assertThat(c.in().tryReceive()).isEmpty();
    assertThat(c.in().tryReceive(ms(499))).isEmpty();
    assertThat(log.now()).isEqualTo(499);
    assertThat(c.in().tryReceive(ms(10))).map(Due::name).contains("later");
    assertThat(log.now()).isEqualTo(500);
  }

  // ---- Rule 18: PRIORITY by a comparator

  abstract static class Sorted extends Taker<String> {
    Sorted(Log log) {
      super(log);
    }

    static final class ByLength implements Comparator<String> {
      @Override
      public int compare(String one, String other) {
        return Integer.compare(one.length(), other.length());
      }
    }

    @Override
    @ChannelSpec(order = Order.PRIORITY, comparator = ByLength.class)
    abstract Channel<String> in();
  }

  // Rules 10 and 18: equals of a comparator keep the order in which they were sent.
  @LappetTest(seeds = 5)
  void equalsOfAComparatorComeAsTheyWereSent(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Sorted c = fabric.start(new WovenChannelOrderRulesTest_Sorted(fabric, log));
    c.takeWorker().pause();
    sendAll(c.in(), "ddd", "b", "aaa", "cc", "a", "bb");
    c.takeWorker().resume();
    c.in().awaitIdle();
    assertThat(log.texts()).containsExactly("b", "a", "cc", "bb", "ddd", "aaa");
  }

  // Rule 18: a close at once returns the rest in the order in which it would have been given out.
  @LappetTest(seeds = 5)
  void closingAtOnceReturnsTheRestInItsOrder(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Sorted c = fabric.start(new WovenChannelOrderRulesTest_Sorted(fabric, log));
    c.takeWorker().pause();
    sendAll(c.in(), "ddd", "b", "aaa", "cc");
    assertThat(c.in().closeNow()).containsExactly("b", "cc", "ddd", "aaa");
    assertThat(c.in().closeNow()).isEmpty();
    assertThat(c.in().awaitIdle(Duration.ZERO)).isTrue();
    c.takeWorker().resume();
    fabric.settle();
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(log.texts()).isEmpty();
    assertThat(fabric.close(ms(100)).clean()).isTrue();
  }
}
