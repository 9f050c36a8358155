package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.Weaving;
import io.lappet.internal.fabric.FabricCore;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What a channel says of itself, what the fabric draws, and the numbers that it was made for. */
@Timeout(60)
class ChannelStatsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final ManualSeam seam = new ManualSeam();
  private final Fabric fabric = FabricCore.on(seam, Fabric.builder());
  private final Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private ChannelMaker<Integer> byHand() {
    return weaving.<Integer>channel("raw").sentByHand().receivedByHand();
  }

  private static void sendAll(Sender<Integer> sender, int... messages) throws InterruptedException {
    for (int message : messages) {
      sender.send(message);
    }
  }

  // ---- Stats

  @Test
  void anUnusedChannelHasSeenNothing() {
    assertThat(byHand().make().stats())
        .isEqualTo(new ChannelStats(0, 0, 0, 0, 0, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void theStatsCountWhatHasGoneThrough() throws Exception {
    Channel<Integer> raw = byHand().make();
    sendAll(raw, 1, 2, 3);
    raw.receive();
    raw.receive();
    raw.take();
    sendAll(raw, 4, 5);
    assertThat(raw.stats())
        .isEqualTo(new ChannelStats(2, 3, 5, 3, 0, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void whatIsDroppedWasNotReceived() throws Exception {
    Channel<Integer> raw = byHand().capacity(2).overflow(Overflow.DROP_OLD).make();
    sendAll(raw, 1, 2, 3, 4);
    assertThat(raw.stats())
        .isEqualTo(new ChannelStats(2, 2, 4, 0, 2, Duration.ZERO, Duration.ZERO));
    Channel<Integer> refused = byHand().capacity(2).overflow(Overflow.DROP_NEW).make();
    sendAll(refused, 1, 2, 3, 4);
    assertThat(refused.stats())
        .isEqualTo(new ChannelStats(2, 2, 2, 0, 2, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void nothingWaitsInAHandOver() throws Exception {
    Channel<Integer> raw = byHand().capacity(0).make();
    Side<Void> sender = Side.run(() -> raw.send(1)).parked();
    assertThat(raw.tryReceive()).contains(1);
    sender.result();
    assertThat(raw.stats())
        .isEqualTo(new ChannelStats(0, 0, 1, 1, 0, Duration.ZERO, Duration.ZERO));
  }

  @Test
  void whatIsReturnedByACloseAtOnceWasNotReceived() throws Exception {
    for (Channel<Integer> raw : List.of(byHand().lifo().make(), byHand().make())) {
      sendAll(raw, 1, 2);
      raw.closeNow();
      assertThat(raw.stats())
          .isEqualTo(new ChannelStats(0, 2, 2, 0, 0, Duration.ZERO, Duration.ZERO));
    }
  }

  @Test
  void theTimeOfWaitingIsThatOfASampleThatBeginsWithTheFirst() throws Exception {
    Channel<Integer> raw = byHand().capacity(2000).make();
    raw.send(0);
    seam.pass(SECOND);
    raw.receive();
    assertThat(raw.stats().meanWait()).isEqualTo(SECOND);
    for (int i = 1; i <= 1024; i++) {
      raw.send(i);
    }
    seam.pass(SECOND.multipliedBy(3));
    while (raw.tryReceive().isPresent()) {
      // receives all
    }
    assertThat(raw.stats().meanWait()).isEqualTo(SECOND.multipliedBy(2));
    assertThat(raw.stats().maxWait()).isEqualTo(SECOND.multipliedBy(3));
  }

  @Test
  void everyOrderKeepsTheTimeOfWaiting() throws Exception {
    for (Channel<Integer> raw : List.of(
        byHand().lifo().make(), byHand().priority(Comparator.naturalOrder()).make())) {
      raw.send(1);
      raw.send(2);
      seam.pass(SECOND);
      raw.receive();
      raw.receive();
      assertThat(raw.stats()).isEqualTo(new ChannelStats(0, 2, 2, 2, 0, SECOND, SECOND));
    }
  }

  @Test
  void aMessageOfATopicIsReceivedWhenTheLastHasTakenIt() throws Exception {
    Channel<Integer> topic =
        weaving.<Integer>channel("topic").sentByHand().topic().make();
    CountDownLatch leave = new CountDownLatch(1);
    weaving.consumer("one", topic).runs(message -> {});
    weaving.consumer("two", topic).runs(message -> leave.await());
    topic.send(1);
    weaving.register();
    fabric.start();
    topic.send(2);
    Eventually.until(() -> topic.stats().received() == 1);
    assertThat(topic.stats().sent()).isEqualTo(2);
    assertThat(topic.stats().depth()).isEqualTo(1);
    leave.countDown();
    topic.awaitIdle();
    assertThat(topic.stats().received()).isEqualTo(2);
  }

  // ---- The chart

  @Test
  void theFabricDrawsItsWiring() throws Exception {
    Channel<Integer> raw = weaving.<Integer>channel("raw").capacity(64).make();
    Channel<String> events = weaving
        .<String>channel("events")
        .capacity(Integer.MAX_VALUE)
        .sentByHand()
        .make();
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").receivedByHand().make();
    Channel<Integer> ticks = weaving.<Integer>channel("ticks").capacity(0).make();
    Channel<Integer> news =
        weaving.<Integer>channel("news").sentByHand().topic().make();
    weaving.producer("tail").pulls(() -> null, raw);
    weaving.consumer("parse", raw).concurrency(4).deadLetter(dead).maps(Object::toString, events);
    weaving.consumer("aggregate", events).runs(event -> {});
    weaving.timer("tick").every(SECOND).sends(() -> 1, ticks);
    weaving.consumer("count", ticks).runs(tick -> {});
    weaving.consumer("print", news).runs(message -> {});
    weaving.consumer("store", news).named("the \"store\" <b>").runs(message -> {});
    weaving.daemon("drive").runs(() -> {});
    weaving.register();
    events.send("one");
    events.send("two");
    dead.close();
    assertThat(fabric.describe()).isEqualTo("""
            flowchart LR
              c1(["Pipeline.raw<br/>0 of 64"])
              c2(["Pipeline.events<br/>2, unbounded"])
              s2(("by hand")) --> c2
              c3(["Pipeline.dead<br/>0 of 256, closed"])
              c3 --> r3(("by hand"))
              c4(["Pipeline.ticks<br/>hand-over"])
              c5(["Pipeline.news<br/>topic, 0 of 256"])
              s5(("by hand")) --> c5
              w1["Pipeline.tail<br/>1 thread"]
              w1 --> c1
              w2["Pipeline.parse<br/>4 threads"]
              c1 --> w2
              w2 --> c2
              w2 -. dead letters .-> c3
              w3["Pipeline.aggregate<br/>1 thread"]
              c2 --> w3
              w4{{"Pipeline.tick<br/>timer"}}
              w4 --> c4
              w5["Pipeline.count<br/>1 thread"]
              c4 --> w5
              w6["Pipeline.print<br/>1 thread"]
              c5 --> w6
              w7["the #34;store#34; #60;b#62;<br/>1 thread"]
              c5 --> w7
              w8[["Pipeline.drive<br/>daemon, 1 thread"]]
            """);
  }

  @Test
  void anEmptyFabricIsAnEmptyChart() {
    assertThat(fabric.describe()).isEqualTo("flowchart LR\n");
  }

  // ---- The numbers that a queue was chosen for

  @Test
  void moreSendingThreadsThanTheQueueWasChosenForAreRefused() {
    Channel<Integer> raw = weaving.<Integer>channel("raw").sentBy("any", 2).make();
    weaving.producer("one").pulls(() -> null, raw);
    weaving.timer("two").every(SECOND).sends(() -> 1, raw);
    assertThatThrownBy(() -> weaving.producer("three").pulls(() -> null, raw))
        .isInstanceOf(WiringException.class)
        .hasMessageContainingAll("Pipeline.raw", "Pipeline.three", "2 threads");
  }

  @Test
  void moreReceivingThreadsThanTheQueueWasChosenForAreRefused() {
    Channel<Integer> raw =
        weaving.<Integer>channel("raw").receivedBy("any", 3).sentByHand().make();
    weaving.consumer("one", raw).concurrency(2).runs(message -> {});
    assertThatThrownBy(() -> weaving.consumer("two", raw).concurrency(2).runs(message -> {}))
        .isInstanceOf(WiringException.class)
        .hasMessageContainingAll("Pipeline.raw", "Pipeline.two", "3 threads");
    weaving.consumer("three", raw).runs(message -> {});
    weaving.register();
    assertThat(fabric.workers())
        .extracting(Worker::name)
        .containsExactly("Pipeline.one", "Pipeline.three");
  }

  @Test
  void deadLettersAreSentByTheThreadsOfTheirConsumer() {
    Channel<Integer> raw = weaving.<Integer>channel("raw").sentByHand().make();
    Channel<DeadLetter<Integer>> dead = weaving
        .<DeadLetter<Integer>>channel("dead")
        .sentBy("any")
        .receivedByHand()
        .make();
    assertThatThrownBy(
            () -> weaving.consumer("take", raw).concurrency(2).deadLetter(dead).runs(message -> {}))
        .isInstanceOf(WiringException.class)
        .hasMessageContaining("Pipeline.dead");
  }

  @Test
  void aProducerThatSendsAsItLikesMayDoSoOnAnyThread() {
    Channel<Integer> raw = weaving.<Integer>channel("raw").sentBy("any").make();
    assertThatThrownBy(() -> weaving.producer("push").pushes(out -> {}, raw))
        .isInstanceOf(WiringException.class)
        .hasMessageContainingAll("Pipeline.raw", "any number");
    Channel<Integer> other = weaving.<Integer>channel("other").make();
    weaving.producer("push").pushes(out -> {}, other);
  }
}
