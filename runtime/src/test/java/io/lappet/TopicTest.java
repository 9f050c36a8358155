package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels of which every consumer method gets every message. */
@Timeout(60)
class TopicTest {
  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();
  private final Weaving weaving = Weaving.of(fabric, 1, "News", new Object());
  private final List<Integer> first = new CopyOnWriteArrayList<>();
  private final List<Integer> second = new CopyOnWriteArrayList<>();
  private final CountDownLatch leave = new CountDownLatch(1);

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private ChannelMaker<Integer> maker() {
    return weaving.<Integer>channel("flashes").sentByHand().topic();
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private void holdThenAddToSecond(Integer message) throws InterruptedException {
    leave.await();
    second.add(message);
  }

  private static void sendAll(Sender<Integer> sender, int... messages) throws InterruptedException {
    for (int message : messages) {
      sender.send(message);
    }
  }

  @Test
  void everyConsumerMethodGetsEveryMessageInOrder() throws Exception {
    Channel<Integer> flashes = maker().make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).batch(3).runsBatch(second::addAll);
    start();
    List<Integer> all = IntStream.range(0, 1000).boxed().toList();
    for (Integer message : all) {
      flashes.send(message);
    }
    flashes.awaitIdle();
    assertThat(first).isEqualTo(all);
    assertThat(second).isEqualTo(all);
  }

  @Test
  void theThreadsOfOneMethodShareItsMessages() throws Exception {
    Channel<Integer> flashes = maker().make();
    weaving.consumer("print", flashes).concurrency(3).runs(first::add);
    weaving.consumer("store", flashes).concurrency(2).runs(second::add);
    start();
    List<Integer> all = IntStream.range(0, 1000).boxed().toList();
    for (Integer message : all) {
      flashes.send(message);
    }
    flashes.awaitIdle();
    assertThat(first).containsExactlyInAnyOrderElementsOf(all);
    assertThat(second).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aMessageTakesUpRoomUntilTheLastHasTakenIt() throws Exception {
    Channel<Integer> flashes = maker().capacity(2).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    sendAll(flashes, 1);
    Eventually.until(() -> flashes.depth() == 0);
    sendAll(flashes, 2, 3);
    Eventually.until(() -> first.size() == 3);
    assertThat(flashes.depth()).isEqualTo(2);
    assertThat(flashes.trySend(4)).isFalse();
    Side<Void> sender = Side.run(() -> flashes.send(4)).blocked();
    assertThat(first).as("sent to nobody").containsExactly(1, 2, 3);
    leave.countDown();
    sender.result();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2, 3, 4);
    assertThat(second).containsExactly(1, 2, 3, 4);
  }

  @Test
  void anInterruptedSendHasSentToNobody() throws Exception {
    Channel<Integer> flashes = maker().capacity(1).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    flashes.send(1);
    Eventually.until(() -> flashes.depth() == 0);
    flashes.send(2);
    Side<Void> sender = Side.run(() -> flashes.send(3)).parked().interrupt();
    assertThat(sender.failure()).isInstanceOf(InterruptedException.class);
    leave.countDown();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2);
    assertThat(second).containsExactly(1, 2);
  }

  @Test
  void aMessageIsDoneWhenAllAreDoneWithIt() throws Exception {
    Channel<Integer> flashes = maker().make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    flashes.send(1);
    Eventually.until(() -> first.size() == 1 && flashes.depth() == 0);
    assertThat(flashes.unfinished()).isEqualTo(1);
    Side<Void> waiting = Side.run(flashes::awaitIdle).blocked();
    leave.countDown();
    waiting.result();
    assertThat(flashes.unfinished()).isZero();
  }

  @Test
  void whatIsTooMuchIsDroppedForAll() throws Exception {
    Channel<Integer> flashes = maker().capacity(2).overflow(Overflow.DROP_OLD).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(second::add);
    sendAll(flashes, 1, 2, 3, 4);
    assertThat(flashes.dropped()).isEqualTo(2);
    assertThat(flashes.depth()).isEqualTo(2);
    start();
    flashes.awaitIdle();
    assertThat(first).containsExactly(3, 4);
    assertThat(second).containsExactly(3, 4);
  }

  @Test
  void whatSomebodyHasTakenIsDroppedForTheOthersOnly() throws Exception {
    Channel<Integer> flashes = maker().capacity(1).overflow(Overflow.DROP_OLD).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    flashes.send(1);
    Eventually.until(() -> flashes.depth() == 0);
    flashes.send(2);
    Eventually.until(() -> first.size() == 2);
    flashes.send(3);
    Eventually.until(() -> first.size() == 3);
    leave.countDown();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2, 3);
    assertThat(second).containsExactly(1, 3);
    assertThat(flashes.dropped()).isEqualTo(1);
    assertThat(flashes.unfinished()).isZero();
  }

  @Test
  void aTopicThatFailsIsFullWhenItsSlowestIsBehind() throws Exception {
    Channel<Integer> flashes = maker().capacity(1).overflow(Overflow.FAIL).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    flashes.send(1);
    Eventually.until(() -> flashes.depth() == 0);
    flashes.send(2);
    assertThatThrownBy(() -> flashes.send(3)).isInstanceOf(ChannelFullException.class);
    leave.countDown();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2);
    assertThat(second).containsExactly(1, 2);
  }

  @Test
  void aHandOverHappensWhenAllAreReady() throws Exception {
    Channel<Integer> flashes = maker().capacity(0).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    flashes.send(1);
    Side<Void> sender = Side.run(() -> flashes.send(2)).blocked();
    leave.countDown();
    sender.result();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2);
    assertThat(second).containsExactly(1, 2);
  }

  @Test
  void manySendersHandOverToAll() throws Exception {
    Channel<Integer> flashes = maker().capacity(0).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).concurrency(2).runs(second::add);
    start();
    List<Side<Void>> senders = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      int from = s * 250;
      senders.add(Side.run(
          () -> sendAll(flashes, IntStream.range(from, from + 250).toArray())));
    }
    senders.forEach(Side::result);
    flashes.awaitIdle();
    List<Integer> all = IntStream.range(0, 1000).boxed().toList();
    assertThat(first).containsExactlyInAnyOrderElementsOf(all);
    assertThat(second).containsExactlyInAnyOrderElementsOf(all);
  }

  @Test
  void aConsumerThatComesLaterGetsWhatIsSentFromThenOn() throws Exception {
    Channel<Integer> flashes = maker().make();
    flashes.send(0);
    assertThat(flashes.unfinished()).as("there was nobody").isZero();
    weaving.consumer("print", flashes).runs(first::add);
    flashes.send(1);
    weaving.consumer("store", flashes).runs(second::add);
    flashes.send(2);
    start();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2);
    assertThat(second).containsExactly(2);
  }

  @Test
  void itsOrderHoldsForEachConsumer() throws Exception {
    Channel<Integer> flashes = maker().priority(Comparator.naturalOrder()).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).runs(second::add);
    sendAll(flashes, 3, 1, 2);
    start();
    flashes.awaitIdle();
    assertThat(first).containsExactly(1, 2, 3);
    assertThat(second).containsExactly(1, 2, 3);
  }

  @Test
  void aComparatorThatThrowsInTheMiddleHasSentToNobody() throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    Channel<Integer> flashes = maker()
        .priority((one, two) -> {
          if (broken.get() && (one == 7 || two == 7)) {
            throw new IllegalStateException("7");
          }
          return Integer.compare(one, two);
        })
        .make();
    weaving.consumer("late", flashes).runs(first::add);
    flashes.send(5);
    weaving.consumer("later", flashes).runs(second::add);
    flashes.send(7);
    broken.set(true);
    assertThatThrownBy(() -> flashes.send(9)).isInstanceOf(IllegalStateException.class);
    broken.set(false);
    assertThat(flashes.unfinished()).isEqualTo(2);
    start();
    flashes.awaitIdle();
    assertThat(first).containsExactly(5, 7);
    assertThat(second).containsExactly(7);
  }

  @Test
  void aTopicEndsByItselfWithItsSendersAndSoDoItsConsumers() throws Exception {
    Channel<Integer> flashes =
        weaving.<Integer>channel("flashes").topic().capacity(4).make();
    Channel<Integer> doubled = weaving.<Integer>channel("doubled").make();
    List<Integer> third = new CopyOnWriteArrayList<>();
    Iterator<Integer> source = IntStream.range(0, 100).boxed().iterator();
    weaving.producer("read").pulls(() -> source.hasNext() ? source.next() : null, flashes);
    Worker print = weaving.consumer("print", flashes).runs(first::add);
    Worker twice = weaving.consumer("double", flashes).maps(number -> 2 * number, doubled);
    Worker last = weaving.consumer("last", doubled).runs(third::add);
    start();
    print.join();
    twice.join();
    last.join();
    assertThat(first).hasSize(100);
    assertThat(third).isEqualTo(IntStream.range(0, 100).map(i -> 2 * i).boxed().toList());
    assertThat(flashes.isClosed()).isTrue();
  }

  @Test
  void aClosedTopicGivesOutTheRestToAll() throws Exception {
    Channel<Integer> flashes = maker().make();
    Worker print = weaving.consumer("print", flashes).runs(first::add);
    Worker store = weaving.consumer("store", flashes).runs(second::add);
    sendAll(flashes, 1, 2);
    flashes.close();
    assertThatThrownBy(() -> flashes.send(3)).isInstanceOf(ChannelClosedException.class);
    start();
    print.join();
    store.join();
    assertThat(first).containsExactly(1, 2);
    assertThat(second).containsExactly(1, 2);
  }

  @Test
  void closingAtOnceReturnsWhatNotAllHaveTaken() throws Exception {
    Channel<Integer> flashes = maker().make();
    weaving.consumer("print", flashes).runs(first::add);
    Worker store = weaving.consumer("store", flashes).runs(this::holdThenAddToSecond);
    start();
    flashes.send(1);
    Eventually.until(() -> flashes.depth() == 0);
    sendAll(flashes, 2, 3);
    Eventually.until(() -> first.size() == 3 && flashes.unfinished() == 3);
    assertThat(flashes.closeNow()).containsExactly(2, 3);
    assertThat(flashes.depth()).isZero();
    assertThat(flashes.unfinished()).as("one is in hand").isEqualTo(1);
    leave.countDown();
    store.join();
    flashes.awaitIdle();
    assertThat(second).containsExactly(1);
  }

  @Test
  void aConsumerThatHasFailedForGoodHoldsNobodyUp() throws Exception {
    Channel<Integer> flashes = maker().capacity(2).make();
    weaving.consumer("print", flashes).runs(first::add);
    Worker bad = weaving.consumer("bad", flashes).then(Then.STOP).runs(message -> {
      throw new IllegalStateException("bad");
    });
    start();
    for (int i = 0; i < 100; i++) {
      flashes.send(i);
    }
    bad.join();
    flashes.awaitIdle();
    assertThat(first).isEqualTo(IntStream.range(0, 100).boxed().toList());
    assertThat(flashes.isClosed()).isFalse();
    assertThat(recorder.failures).hasSize(1);
  }

  @Test
  void whatNobodyGotIsUndeliveredWhenAllConsumersHaveFailed() throws Exception {
    Channel<Integer> flashes = maker().make();
    Worker one = weaving.consumer("one", flashes).then(Then.STOP).runs(message -> {
      throw new IllegalStateException("one");
    });
    Worker two = weaving.consumer("two", flashes).then(Then.STOP).runs(message -> {
      throw new IllegalStateException("two");
    });
    sendAll(flashes, 1, 2, 3);
    start();
    one.join();
    two.join();
    assertThatThrownBy(() -> flashes.send(4)).isInstanceOf(ChannelClosedException.class);
    assertThat(fabric.close(Duration.ofSeconds(10)).undelivered())
        .isEqualTo(Map.of("News.flashes", 2));
  }

  @Test
  void aConsumerWhoseObjectWasStoppedHoldsNobodyUp() throws Exception {
    Weaving shared = Weaving.of(fabric, 1, "Shared", new Object());
    Channel<Integer> flashes =
        shared.<Integer>channel("flashes").sentByHand().topic().capacity(1).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.register();
    Object guest = new Object();
    Weaving other = Weaving.of(fabric, 1, "Guest", guest);
    other.consumer("store", flashes).runs(second::add);
    other.register();
    fabric.start();
    flashes.send(1);
    flashes.awaitIdle();
    fabric.stop(guest, Duration.ofSeconds(10));
    for (int i = 2; i <= 10; i++) {
      flashes.send(i);
    }
    flashes.awaitIdle();
    assertThat(first).hasSize(10);
    assertThat(second).containsExactly(1);
  }

  @Test
  void aPausedConsumerHoldsTheOthersUpWhenTheTopicIsFull() throws Exception {
    Channel<Integer> flashes = maker().capacity(1).make();
    weaving.consumer("print", flashes).runs(first::add);
    Worker store = weaving.consumer("store", flashes).runs(second::add);
    start();
    store.pause();
    flashes.send(1);
    Side<Void> sender = Side.run(() -> flashes.send(2)).blocked();
    store.resume();
    sender.result();
    flashes.awaitIdle();
    assertThat(second).containsExactly(1, 2);
  }

  @Test
  void whatOneHasInHandAtTheEndOfTheGraceIsUndelivered() throws Exception {
    Channel<Integer> flashes = maker().make();
    weaving.consumer("print", flashes).runs(first::add);
    CountDownLatch entered = new CountDownLatch(1);
    weaving.consumer("store", flashes).runs(message -> {
      entered.countDown();
      Eventually.forEver();
    });
    start();
    sendAll(flashes, 1, 2);
    Eventually.passes(entered);
    Eventually.until(() -> first.size() == 2);
    assertThat(fabric.close(Duration.ZERO).undelivered()).isEqualTo(Map.of("News.flashes", 2));
  }

  @Test
  void closingTheFabricLosesNothing() throws Exception {
    Channel<Integer> flashes = maker().capacity(1000).make();
    weaving.consumer("print", flashes).runs(first::add);
    weaving.consumer("store", flashes).batch(7).runsBatch(second::addAll);
    start();
    for (int i = 0; i < 1000; i++) {
      flashes.send(i);
    }
    assertThat(fabric.close(Eventually.PATIENCE).clean()).isTrue();
    assertThat(first).hasSize(1000);
    assertThat(second).hasSize(1000);
  }

  @Test
  void itIsReceivedByItsConsumersOnly() {
    Channel<Integer> flashes = maker().make();
    assertThatThrownBy(flashes::receive)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("News.flashes");
    assertThatThrownBy(flashes::tryReceive).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> flashes.tryReceive(Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(flashes::take).isInstanceOf(IllegalStateException.class);
  }
}
