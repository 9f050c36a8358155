package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Failure;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Workers that are paused and resumed, stopped and started again, or waited for. */
class WorkerRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  // ---- Pause and resume, stop and start

  abstract static class Desk {
    private final Log log;
    private int next;

    Desk(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 2)
    abstract Channel<Integer> orders();

    @Producer(to = "slips")
    Integer order() throws InterruptedException {
      fabric().sleep(ms(100));
      return next < 4 ? ++next : null;
    }

    @Consumer(from = "slips")
    void note(Integer number) {
      log.add("slip " + number);
    }

    @Consumer(from = "orders")
    void ship(Integer number) throws InterruptedException {
      log.add("ship " + number);
      fabric().sleep(ms(100));
      log.add("gone " + number);
    }

    abstract Worker orderWorker();

    abstract Worker noteWorker();

    abstract Worker shipWorker();
  }

  // A pause lets a call in progress go on, and no further one begin, however often it is said.
  @LappetTest(seeds = 5)
  void aPauseDuringACallLetsThatEndAndNoOtherBegin(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Desk c = fabric.start(new WovenWorkerRulesTest_Desk(fabric, log));
    sendAll(c.orders(), 1, 2);
    fabric.advance(ms(50));
    c.shipWorker().pause();
    c.shipWorker().pause();
    fabric.advance(ms(450));
    assertThat(log.linesOf("ship")).containsExactly("ship 1@0");
    assertThat(log.linesOf("gone")).containsExactly("gone 1@100");
    assertThat(c.shipWorker().state()).isEqualTo(Worker.State.PAUSED);
    assertThat(c.shipWorker().isAlive()).isTrue();
    assertThat(c.shipWorker().join(ms(10))).isFalse();
    assertThat(c.orders().unfinished()).isEqualTo(1);
    c.shipWorker().resume();
    c.shipWorker().resume();
    fabric.settle();
    assertThat(log.linesOf("ship 2")).containsExactly("ship 2@510");
  }

  // A paused producer has not ended: its channel stays open; resumed it goes on to its end.
  @LappetTest(seeds = 5)
  void aPausedProducerHasNotEndedAndGoesOn(TestFabric fabric) {
    Log log = new Log(fabric);
    Desk c = fabric.start(new WovenWorkerRulesTest_Desk(fabric, log));
    fabric.advance(ms(150));
    c.orderWorker().pause();
    fabric.advance(ms(850)); // the call in progress ends at 200, and is the last
    assertThat(log.linesOf("slip")).containsExactly("slip 1@100", "slip 2@200");
    assertThat(c.noteWorker().state()).isEqualTo(Worker.State.RUNNING);
    c.orderWorker().resume();
    fabric.advance(ms(1000));
    assertThat(log.linesOf("slip"))
        .containsExactly("slip 1@100", "slip 2@200", "slip 3@1100", "slip 4@1200");
    assertThat(c.orderWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(c.noteWorker().state()).isEqualTo(Worker.State.DONE);
  }

  // Rule 5: what cannot have an effect has none, before the start and after the end.
  @LappetTest(seeds = 5)
  void pausingWhatDoesNotRunHasNoEffect(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Desk c = new WovenWorkerRulesTest_Desk(fabric, log);
    c.shipWorker().pause();
    c.noteWorker().resume();
    c.orderWorker().stop();
    assertThat(c.shipWorker().state()).isEqualTo(Worker.State.NEW);
    assertThat(c.orderWorker().state()).isEqualTo(Worker.State.NEW);
    fabric.start();
    c.orders().send(1);
    fabric.advance(ms(1000));
    assertThat(log.linesOf("ship")).containsExactly("ship 1@0");
    assertThat(log.linesOf("slip")).hasSize(4);
    c.orderWorker().pause();
    assertThat(c.orderWorker().state()).isEqualTo(Worker.State.DONE);
    assertThatThrownBy(() -> c.orderWorker().start())
        .isInstanceOf(IllegalThreadStateException.class);
  }

  // THR.2 and design 13: STOPPED to RUNNING by start; what waits meanwhile is kept, in order.
  @LappetTest(seeds = 5)
  void aStoppedConsumerKeepsItsMessagesForItsNextLife(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Desk c = fabric.start(new WovenWorkerRulesTest_Desk(fabric, log));
    assertThatThrownBy(() -> c.shipWorker().start())
        .isInstanceOf(IllegalThreadStateException.class)
        .hasMessageContaining("Desk.ship");
    sendAll(c.orders(), 1, 2);
    fabric.advance(ms(50));
    c.shipWorker().stop();
    c.shipWorker().stop();
    assertThat(c.shipWorker().isStopping()).isTrue();
    assertThatThrownBy(() -> c.shipWorker().start())
        .isInstanceOf(IllegalThreadStateException.class); // its last call goes on
    assertThat(c.shipWorker().join(Duration.ofSeconds(1))).isTrue();
    assertThat(c.shipWorker().state()).isEqualTo(Worker.State.STOPPED);
    assertThat(c.orders().isClosed()).isFalse();
    assertThat(c.orders().unfinished()).isEqualTo(1);
    c.shipWorker().start();
    assertThat(c.orders().awaitIdle(Duration.ofSeconds(1))).isTrue();
    assertThat(log.linesOf("ship")).containsExactly("ship 1@0", "ship 2@100");
    assertThat(c.shipWorker().handled()).isEqualTo(2);
  }

  // ---- Waiting for oneself

  // Rule 5: what is used by itself fails at once and changes nothing.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aConsumerCanWaitNeitherForItsChannelNorForItselfNorForItsFabric(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Taker<Integer> c = fabric.start(new WovenTaker<Integer>(fabric, log, number -> {
      Channel<?> in = fabric.channel("Taker.in").orElseThrow();
      Worker self = Worker.current().orElseThrow();
      assertThatThrownBy(in::awaitIdle)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Taker.in");
      assertThatThrownBy(() -> in.awaitIdle(Duration.ofDays(1)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(self::join).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(fabric::join).isInstanceOf(IllegalStateException.class);
    }));
    sendAll(c.in(), 1, 2);
    c.in().awaitIdle();
    assertThat(failures).isEmpty();
    assertThat(log.lines()).containsExactly("1@0", "2@0");
    fabric.close();
  }
}
