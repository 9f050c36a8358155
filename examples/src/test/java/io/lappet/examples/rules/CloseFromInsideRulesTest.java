package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Rule 14 and LIFE.3: a method of a program closes its fabric. */
class CloseFromInsideRulesTest {
  // LIFE.3: a body that closes its fabric is not waited for by itself, and what waits behind it is
  // not lost, nor does it hold up the close until the grace has passed.
  @LappetTest(seeds = 10)
  void aConsumerThatClosesItsFabricStillHandlesWhatWaitsBehindIt(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Taker<Integer> c = fabric.start(new WovenTaker<Integer>(fabric, log, number -> {
      if (number == 2) {
        fabric.close();
        log.add("closed");
      }
    }));
    c.takeWorker().pause();
    sendAll(c.in(), 1, 2, 3, 4, 5);
    c.takeWorker().resume();
    fabric.advance(Duration.ofSeconds(1));
    assertThat(log.texts()).containsExactly("1", "2", "closed", "3", "4", "5");
    assertThat(c.in().unfinished()).isZero();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  // The same in real time, where it has to be over long before the grace of thirty seconds.
  @Test
  @Timeout(25)
  void aConsumerThatClosesItsFabricDoesNotTakeTheWholeGrace() throws Exception {
    Fabric fabric = Fabric.create();
    Log log = new Log(fabric);
    Taker<Integer> c = fabric.start(new WovenTaker<Integer>(fabric, log, number -> {
      if (number == 2) {
        fabric.close();
      }
    }));
    c.takeWorker().pause();
    sendAll(c.in(), 1, 2, 3, 4, 5);
    c.takeWorker().resume();
    fabric.join();
    assertThat(log.texts()).containsExactly("1", "2", "3", "4", "5");
  }

  abstract static class Cascade {
    private final Log log;

    Cascade(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1)
    abstract ChannelView<Integer> out();

    @Consumer(from = "in", to = "out", concurrency = 2)
    Integer pass(Integer number) {
      return number;
    }

    @Consumer(from = "out")
    void end(Integer number) {
      log.add(number);
      if (number == 1) {
        fabric().close();
      }
    }

    abstract Worker endWorker();
  }

  // Those before it, which wait for room in front of it, go on too.
  @LappetTest(seeds = 10)
  void theLastOfAChainThatClosesItsFabricHandlesWhatIsOnItsWay(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Cascade c = fabric.start(new WovenCloseFromInsideRulesTest_Cascade(fabric, log));
    c.endWorker().pause();
    sendAll(c.in(), 1, 2, 3, 4, 5, 6);
    fabric.settle();
    c.endWorker().resume();
    fabric.advance(Duration.ofSeconds(1));
    assertThat(log.texts()).containsExactlyInAnyOrder("1", "2", "3", "4", "5", "6");
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Woven(confined = true)
  abstract static class Loop {
    private final Log log;

    Loop(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    abstract Channel<Integer> left();

    abstract Channel<Integer> right();

    @Consumer(from = "left")
    void takeLeft(Integer number) {
      log.add("left " + number);
      if (number == 3) {
        fabric().close();
      }
    }

    @Consumer(from = "right")
    void takeRight(Integer number) {
      log.add("right " + number);
    }
  }

  // And those that wait for the loop of a confined object which closes the fabric.
  @LappetTest(seeds = 10)
  void aConfinedObjectThatClosesItsFabricHandlesWhatWaitsForItsLoop(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Loop c = fabric.start(new WovenCloseFromInsideRulesTest_Loop(fabric, log));
    fabric.workers().forEach(Worker::pause);
    for (int i = 1; i <= 3; i++) {
      c.left().send(i);
      c.right().send(i);
    }
    fabric.workers().forEach(Worker::resume);
    fabric.advance(Duration.ofSeconds(1));
    assertThat(log.texts())
        .containsExactlyInAnyOrder("left 1", "left 2", "left 3", "right 1", "right 2", "right 3");
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }
}
