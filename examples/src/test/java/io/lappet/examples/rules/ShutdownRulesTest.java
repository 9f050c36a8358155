package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.Fabric;
import io.lappet.FabricClosedException;
import io.lappet.FabricFailedException;
import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.Worker;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Daemon;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The end of whole programs: the order, the drain and the report. */
class ShutdownRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  abstract static class Mill implements AutoCloseable {
    private final Log log;
    private int dug;

    Mill(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @Producer(to = "grain")
    Integer dig() throws InterruptedException {
      fabric().sleep(ms(10));
      return ++dug;
    }

    @Consumer(from = "grain", to = "flour")
    Integer grind(Integer grain) throws InterruptedException {
      fabric().sleep(ms(30));
      return grain;
    }

    @Consumer(from = "flour")
    void pack(Integer flour) {
      log.add(flour);
    }

    @PeriodicTimer(every = "1s")
    void tick() {
      log.add("tick");
    }

    @Daemon
    void watch() throws InterruptedException {
      try {
        fabric().sleep(Duration.ofDays(1));
      } finally {
        log.add("watch ends");
      }
    }

    abstract Worker digWorker();

    abstract Worker grindWorker();

    @Override
    public void close() {
      log.add("close");
    }
  }

  // LIFE.2, rule 14: sources first, then everything sent is dealt with, then daemons, then close.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void closingGoesBackwardsAlongTheDependenciesAndLosesNothing(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Mill c = fabric.start(new WovenShutdownRulesTest_Mill(fabric, log));
    fabric.advance(ms(105)); // ten are dug
    ShutdownReport report = fabric.close(Duration.ofSeconds(5));
    assertThat(report.clean()).isTrue();
    assertThat(report.undelivered()).isEmpty();
    assertThat(report.cancelled()).isZero();
    List<String> expected = new ArrayList<>(
        IntStream.rangeClosed(1, 10).mapToObj(i -> i + "@" + (10 + 30 * i)).toList());
    expected.add("watch ends@310");
    expected.add("close@310");
    assertThat(log.lines()).containsExactlyElementsOf(expected);
    assertThat(failures).isEmpty();
    assertThat(c.digWorker().state()).isEqualTo(Worker.State.STOPPED);
    assertThat(c.grindWorker().isAlive()).isFalse();
    c.close(); // a container that also closes beans does no harm
    fabric.close();
    assertThat(log.linesOf("close")).hasSize(1);
    assertThat(fabric.threads()).isEmpty();
    assertThat(fabric.workers()).noneMatch(Worker::isAlive);
  }

  // Rule 14: past the grace what is left is in the report, by channel, what is in hand included.
  @LappetTest(seeds = 5)
  void pastTheGraceTheReportHasWhatIsLeftByChannel(TestFabric fabric) {
    Log log = new Log(fabric);
    fabric.start(new WovenShutdownRulesTest_Mill(fabric, log));
    fabric.advance(ms(105));
    ShutdownReport report = fabric.close(ms(50)); // 1 to 4 are packed, 5 is in the mill
    assertThat(report.clean()).isFalse();
    assertThat(report.undelivered()).isEqualTo(Map.of("Mill.grain", 6));
    assertThat(report.stuck()).isEmpty();
    assertThat(log.texts()).containsExactly("1", "2", "3", "4", "watch ends", "close");
  }

  // Rule 14: afterwards nothing is accepted, and the failure names the fabric.
  @Test
  void afterwardsNothingIsAcceptedAndTheFailureNamesWhatWasClosed() {
    Fabric fabric = Fabric.builder().name("mine").build();
    Mill c = new WovenShutdownRulesTest_Mill(fabric, new Log(fabric));
    fabric.close(); // never started
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    for (Runnable call : List.<Runnable>of(
        fabric::start,
        () -> fabric.start(c),
        () -> fabric.submit("task", () -> 1),
        () -> fabric.after(Duration.ZERO, "task", () -> {}),
        () -> fabric.lane("cpu").submit(() -> 1))) {
      assertThatThrownBy(call::run)
          .isInstanceOf(FabricClosedException.class)
          .hasMessageContaining("mine");
    }
    assertThat(c.digWorker().state()).isEqualTo(Worker.State.NEW);
  }

  // Design 9: one component stops in the order of a fabric, and is forgotten; others go on; an
  // object that is not registered has nothing to stop.
  @LappetTest(seeds = 5)
  void oneComponentStopsAndTheOthersGoOn(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Log other = new Log(fabric);
    Mill first = fabric.start(new WovenShutdownRulesTest_Mill(fabric, log));
    Mill second = fabric.start(new WovenShutdownRulesTest_Mill(fabric, other));
    assertThat(second.digWorker().name()).isEqualTo("Mill#2.dig");
    fabric.advance(ms(105));
    ShutdownReport report = fabric.stop(first, Duration.ofSeconds(5));
    assertThat(report.clean()).isTrue();
    assertThat(log.linesOf("close")).hasSize(1);
    assertThat(log.texts()).contains("10");
    assertThat(fabric.worker("Mill.dig")).isEmpty();
    assertThat(second.digWorker().isAlive()).isTrue();
    assertThatThrownBy(() -> first.digWorker().start())
        .isInstanceOf(IllegalThreadStateException.class)
        .hasMessageContaining("Mill.dig");
    assertThat(fabric.stop(first, Duration.ZERO)).isEqualTo(ShutdownReport.CLEAN);
    assertThat(fabric.stop(new Object(), Duration.ZERO)).isEqualTo(ShutdownReport.CLEAN);
    int before = other.lines().size();
    fabric.advance(Duration.ofSeconds(2));
    assertThat(other.lines().size()).isGreaterThan(before);
    assertThat(other.linesOf("close")).isEmpty();
    fabric.close();
    assertThat(log.linesOf("close")).hasSize(1);
    assertThat(other.linesOf("close")).hasSize(1);
  }

  // LIFE.3: stop actions run once, whoever closes, and each close returns with the same news.
  @LappetTest(seeds = 10)
  void closingFromSeveralSidesAtOnceClosesOnce(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Mill c = fabric.start(new WovenShutdownRulesTest_Mill(fabric, log));
    List<Boolean> ended = new CopyOnWriteArrayList<>();
    Task<Boolean> begins = fabric.submit("begins", () -> {
      fabric.submit("one", () -> ended.add(fabric.close(ms(1000)).clean()));
      fabric.submit("two", () -> {
        c.close();
        return ended.add(true);
      });
      return true;
    });
    fabric.advance(ms(20));
    assertThat(fabric.close(ms(2000)).clean()).isTrue();
    assertThat(begins.join()).isTrue();
    fabric.settle();
    assertThat(ended).containsExactly(true, true);
    assertThat(log.linesOf("close")).hasSize(1);
  }

  abstract static class Pump {
    private final Log log;

    Pump(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    abstract Channel<Integer> in();

    abstract Channel<Integer> out();

    @SuppressWarnings("channel-cycle") // at most three messages in room for 256, so no send waits
    @Consumer(from = "in", to = "out")
    Integer pump(Integer number) throws InterruptedException {
      fabric().sleep(ms(100));
      log.add("others " + othersMaySend());
      if (number < 3) {
        in().send(number + 1);
      }
      return number;
    }

    private boolean othersMaySend() {
      return CompletableFuture.supplyAsync(() -> {
            try {
              return in().trySend(9);
            } catch (ChannelClosedException e) {
              return false;
            }
          })
          .join();
    }
  }

  // Rule 14: while it drains, sends from inside enter and those from outside do not; afterwards all
  // fail and name the channel.
  @LappetTest(seeds = 5)
  void whileItDrainsItsOwnMaySendAndOthersMayNot(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Pump c = fabric.start(new WovenShutdownRulesTest_Pump(fabric, log));
    Task<Boolean> receives = fabric.submit("receives", () -> {
      for (int i = 1; i <= 3; i++) {
        log.add("out " + c.out().receive());
      }
      return true;
    });
    c.in().send(1);
    fabric.advance(ms(50));
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(receives.join()).isTrue();
    assertThat(log.linesOf("out")).containsExactly("out 1@100", "out 2@200", "out 3@300");
    assertThat(log.linesOf("others"))
        .containsExactly("others false@100", "others false@200", "others false@300");
    assertThatThrownBy(() -> c.in().send(9))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Pump.in");
    assertThatThrownBy(() -> c.out().receive())
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Pump.out");
  }

  // A message without a living consumer is undelivered, at once: nobody waits for it.
  @LappetTest(seeds = 5)
  void whatAStoppedConsumerLeavesIsUndeliveredAndHoldsUpNothing(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Taker<Integer> c = fabric.start(new WovenTaker<Integer>(fabric, log));
    c.takeWorker().stop();
    c.takeWorker().join();
    sendAll(c.in(), 1, 2);
    ShutdownReport report = fabric.close(Duration.ofHours(1));
    assertThat(report.undelivered()).isEqualTo(Map.of("Taker.in", 2));
    assertThat(report.clean()).isFalse();
    assertThat(log.now()).isZero();
    assertThatThrownBy(() -> c.takeWorker().start()).isInstanceOf(FabricClosedException.class);
    assertThat(c.in().awaitIdle(Duration.ZERO)).isTrue();
  }

  abstract static class Strict {
    private final Log log;

    Strict(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    abstract Channel<Integer> in();

    @Consumer(from = "in", to = "out")
    @OnError(then = OnError.Then.FAIL)
    Integer pass(Integer number) {
      if (number == 3) {
        throw new IllegalStateException("three");
      }
      return number;
    }

    @Consumer(from = "out")
    void take(Integer number) throws InterruptedException {
      fabric().sleep(ms(100));
      log.add(number);
    }

    abstract Worker passWorker();
  }

  // Design 6.11: FAIL shuts the fabric down in order and keeps the cause; what the failed worker
  // leaves is in nobody's hands, and does not hold up the close.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void failingShutsDownInOrderAndKeepsTheCause(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Strict c = fabric.start(new WovenShutdownRulesTest_Strict(fabric, log));
    c.passWorker().pause();
    sendAll(c.in(), 1, 2, 3, 4, 5);
    c.passWorker().resume();
    fabric.advance(ms(500));
    assertThatThrownBy(fabric::join)
        .isInstanceOf(FabricFailedException.class)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("three");
    assertThat(log.lines()).containsExactly("1@100", "2@200"); // what was sent on is dealt with
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).decision()).isEqualTo(OnError.Then.FAIL);
  }
}
