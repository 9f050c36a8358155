package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.Weaving;
import io.lappet.internal.channel.ChannelCore;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** What every channel promises, whatever queue is behind it. */
@Timeout(60)
class ChannelContractTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  /** Less than anything waits here that waits, and more than a busy machine holds anything up. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private static final int[] CAPACITIES = {2, 3, 7, 10, 64, 256, 1000, 1024};

  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();
  private final Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /**
   * What a user can declare that promises the same while the channel is not full. Each may have a
   * queue of its own behind it.
   */
  enum Shape {
    HAND_OVER(Kind.FIFO, 0, Overflow.BLOCK),
    ONE(Kind.FIFO, 1, Overflow.BLOCK),
    TWO(Kind.FIFO, 2, Overflow.BLOCK),
    DEFAULT(Kind.FIFO, ChannelSpec.DEFAULT_CAPACITY, Overflow.BLOCK),
    UNBOUNDED(Kind.FIFO, ChannelSpec.UNBOUNDED, Overflow.BLOCK),
    FAILING(Kind.FIFO, ChannelSpec.DEFAULT_CAPACITY, Overflow.FAIL),
    DROPPING_NEW(Kind.FIFO, ChannelSpec.DEFAULT_CAPACITY, Overflow.DROP_NEW),
    DROPPING_OLD(Kind.FIFO, ChannelSpec.DEFAULT_CAPACITY, Overflow.DROP_OLD),
    EQUALS(Kind.EQUALS, ChannelSpec.DEFAULT_CAPACITY, Overflow.BLOCK),
    EQUALS_UNBOUNDED(Kind.EQUALS, ChannelSpec.UNBOUNDED, Overflow.BLOCK);

    final Kind kind;
    final int capacity;
    final Overflow overflow;

    Shape(Kind kind, int capacity, Overflow overflow) {
      this.kind = kind;
      this.capacity = capacity;
      this.overflow = overflow;
    }

    <T> ChannelMaker<T> of(ChannelMaker<T> maker) {
      return kind.of(maker).capacity(capacity).overflow(overflow);
    }
  }

  /** The orders that come to the same. */
  enum Kind {
    FIFO,

    /** By priority, and all are equal. */
    EQUALS;

    <T> ChannelMaker<T> of(ChannelMaker<T> maker) {
      return this == EQUALS ? maker.priority((one, other) -> 0) : maker;
    }
  }

  private <T> ChannelMaker<T> byHand() {
    return weaving.<T>channel("raw").sentByHand().receivedByHand();
  }

  private Channel<Integer> channel(int capacity) {
    return channel(Kind.FIFO, capacity);
  }

  private Channel<Integer> channel(Shape shape) {
    return shape.of(this.<Integer>byHand()).make();
  }

  private Channel<Integer> channel(Kind kind, int capacity) {
    return channel(kind, capacity, Overflow.BLOCK);
  }

  private Channel<Integer> channel(int capacity, Overflow overflow) {
    return channel(Kind.FIFO, capacity, overflow);
  }

  private Channel<Integer> channel(Kind kind, int capacity, Overflow overflow) {
    return kind.of(this.<Integer>byHand()).capacity(capacity).overflow(overflow).make();
  }

  /** One that is sent to by hand and taken from by a worker. */
  private Channel<Integer> forWorker(Shape shape) {
    return shape.of(weaving.<Integer>channel("raw")).sentByHand().make();
  }

  private static void sendAll(Sender<Integer> sender, int... messages) throws InterruptedException {
    for (int message : messages) {
      sender.send(message);
    }
  }

  private static List<Integer> drain(Channel<Integer> channel) {
    List<Integer> rest = new ArrayList<>();
    for (Optional<Integer> next = channel.tryReceive();
        next.isPresent();
        next = channel.tryReceive()) {
      rest.add(next.get());
    }
    return rest;
  }

  // ---- Order (QUE.1)

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void que1_messagesComeOutInTheOrderInWhichTheyWentIn(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    sendAll(channel, 111, 333, 222);
    assertThat(List.of(channel.receive(), channel.receive(), channel.receive()))
        .containsExactly(111, 333, 222);
  }

  @ParameterizedTest
  @EnumSource
  void que1_oneSendersMessagesReachOneReceiverInOrder(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    List<Integer> messages = IntStream.range(0, 100).boxed().toList();
    Side<Void> sender = Side.run(() -> {
      for (Integer message : messages) {
        channel.send(message);
      }
    });
    List<Integer> received = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      received.add(channel.receive());
    }
    sender.result();
    assertThat(received).isEqualTo(messages);
  }

  @ParameterizedTest
  @EnumSource
  void aChannelHolds256MessagesUnlessItSaysOtherwise(Kind kind) {
    Channel<Integer> channel = kind.of(this.<Integer>byHand()).make();
    for (int i = 0; i < 256; i++) {
      assertThat(channel.trySend(i)).isTrue();
    }
    assertThat(channel.trySend(256)).isFalse();
    assertThat(channel.capacity()).isEqualTo(256);
    assertThat(channel.depth()).isEqualTo(256);
  }

  @ParameterizedTest
  @EnumSource
  void anUnboundedChannelNeverRefuses(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, ChannelSpec.UNBOUNDED);
    for (int i = 0; i < 100_000; i++) {
      channel.send(i);
    }
    assertThat(channel.depth()).isEqualTo(100_000);
    assertThat(channel.capacity()).isEqualTo(Integer.MAX_VALUE);
  }

  @Test
  void aNegativeCapacityIsRefused() {
    ChannelMaker<Integer> maker = this.<Integer>byHand().capacity(-1);
    assertThatThrownBy(maker::make)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Pipeline.raw");
  }

  @Test
  void aChannelHasTheNameOfItsComponentAndItsOwn() {
    Channel<Integer> channel = channel(1);
    assertThat(channel.name()).isEqualTo("Pipeline.raw");
    assertThat(fabric.channels()).isEqualTo(List.of(channel));
    assertThat(fabric.channel("Pipeline.raw").orElseThrow()).isSameAs(channel);
  }

  // ---- Blocking (QUE.3, QUE.4)

  @ParameterizedTest
  @EnumSource
  void que3_anEmptyChannelBlocksTheReceiverUntilASend(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    Side<Integer> receiver = Side.call(channel::receive).blocked();
    channel.send(7);
    assertThat(receiver.result()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void que3_anEmptyChannelBlocksATakeUntilASend(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    Side<Delivery<Integer>> receiver = Side.call(channel::take).blocked();
    channel.send(7);
    assertThat(receiver.result().message()).isEqualTo(7);
  }

  @ParameterizedTest
  @EnumSource
  void aFullChannelBlocksTheSenderUntilAReceive(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 1);
    channel.send(1);
    Side<Void> sender = Side.run(() -> channel.send(2)).blocked();
    assertThat(channel.receive()).isEqualTo(1);
    sender.result();
    assertThat(channel.receive()).isEqualTo(2);
  }

  @ParameterizedTest
  @EnumSource
  void que4_tryingToSendIntoAFullChannelSaysFalseAtOnce(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 5);
    sendAll(channel, 1, 2, 3, 4, 5);
    assertThat(timeOf(() -> {
          assertThat(channel.trySend(6)).isFalse();
          assertThat(channel.trySend(6, Duration.ZERO)).isFalse();
          assertThat(channel.trySend(6, SMALLEST)).isFalse();
        }))
        .isLessThan(AT_ONCE);
    assertThat(channel.unfinished()).isEqualTo(5);
    assertThat(drain(channel)).containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @EnumSource
  void tryingToSendForAWhileGivesUpInTimeAndLeavesNothing(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 1);
    channel.send(1);
    assertThat(timeOf(() -> assertThat(channel.trySend(2, SHORT)).isFalse()))
        .isGreaterThanOrEqualTo(SHORT);
    assertThat(drain(channel)).containsExactly(1);
    assertThat(channel.unfinished()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tryingToSendForTheLongestTimeWaits(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 1);
    channel.send(1);
    Side<Boolean> sender = Side.call(() -> channel.trySend(2, LARGEST)).blocked();
    channel.receive();
    assertThat(sender.result()).isTrue();
  }

  @ParameterizedTest
  @EnumSource
  void tryingToReceiveFromAnEmptyChannelGivesUpInTime(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    assertThat(timeOf(() -> {
          assertThat(channel.tryReceive()).isEmpty();
          assertThat(channel.tryReceive(Duration.ZERO)).isEmpty();
          assertThat(channel.tryReceive(SMALLEST)).isEmpty();
        }))
        .isLessThan(AT_ONCE);
    assertThat(timeOf(() -> assertThat(channel.tryReceive(SHORT)).isEmpty()))
        .isGreaterThanOrEqualTo(SHORT);
  }

  @ParameterizedTest
  @EnumSource
  void tryingToReceiveForTheLongestTimeWaits(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    Side<Optional<Integer>> receiver =
        Side.call(() -> channel.tryReceive(LARGEST)).blocked();
    channel.send(7);
    assertThat(receiver.result()).contains(7);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void whatLiesReadyIsReceivedWithoutWaitingWhateverTheLimit(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    sendAll(channel, 1, 2, 3);
    assertThat(channel.tryReceive(Duration.ZERO)).contains(1);
    assertThat(channel.tryReceive(Duration.ofMillis(-10))).contains(2);
    assertThat(channel.tryReceive(SMALLEST)).contains(3);
  }

  @ParameterizedTest
  @EnumSource
  void blockedSendersGoOnOneByOneAsMessagesAreReceived(Kind kind) throws Exception {
    for (int capacity : CAPACITIES) {
      Channel<Integer> channel = channel(kind, capacity);
      for (int i = 0; i < capacity; i++) {
        channel.send(i);
      }
      Side<Void> first = Side.run(() -> channel.send(capacity)).parked();
      assertThat(channel.receive()).isZero();
      first.result();
      assertThat(channel.depth()).isEqualTo(capacity);
      List<Side<Boolean>> others = List.of(
          Side.call(() -> channel.trySend(-1, LARGEST)),
          Side.call(() -> channel.trySend(-1, LARGEST)));
      others.forEach(Side::parked);
      assertThat(channel.receive()).isEqualTo(1);
      Eventually.until(() -> others.stream().anyMatch(Side::isOver));
      Eventually.letPass(SHORT);
      assertThat(others).as("one place, one sender").filteredOn(Side::isOver).hasSize(1);
      channel.receive();
      assertThat(others).allMatch(Side::result);
      assertThat(channel.depth()).isEqualTo(capacity);
      assertThat(drain(channel)).hasSize(capacity).endsWith(-1);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aPlaceIsFreeAsSoonAsItsMessageIsTakenAndBeforeThatIsDone(Kind kind) throws Exception {
    for (int capacity : CAPACITIES) {
      Channel<Integer> channel = channel(kind, capacity);
      for (int i = 0; i < capacity; i++) {
        channel.send(i);
      }
      Side<Void> sender = Side.run(() -> channel.send(capacity)).parked();
      Delivery<Integer> delivery = channel.take();
      sender.result();
      assertThat(channel.unfinished()).isEqualTo(capacity + 1);
      delivery.done();
      assertThat(channel.unfinished()).isEqualTo(capacity);
    }
  }

  @ParameterizedTest
  @EnumSource
  void blockedReceiversGoOnOneByOneAsMessagesAreSent(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    List<Side<Integer>> receivers =
        Stream.generate(() -> Side.call(channel::receive)).limit(3).toList();
    receivers.forEach(Side::parked);
    channel.send(1);
    Eventually.until(() -> receivers.stream().anyMatch(Side::isOver));
    Eventually.letPass(SHORT);
    assertThat(receivers)
        .as("one message, one receiver")
        .filteredOn(Side::isOver)
        .hasSize(1);
    channel.send(2);
    channel.send(3);
    assertThat(receivers.stream().map(Side::result)).containsExactlyInAnyOrder(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void boundedMeansBounded(Kind kind) throws Exception {
    for (int capacity : CAPACITIES) {
      Channel<Integer> channel = channel(kind, capacity);
      for (int round = 0; round < 3; round++) { // however far a ring has been turned
        for (int i = 0; i < capacity; i++) {
          assertThat(channel.trySend(i)).isTrue();
        }
        assertThat(channel.trySend(-1)).isFalse();
        assertThat(channel.depth()).isEqualTo(capacity);
        for (int i = 0; i < capacity / 2 + 1; i++) {
          assertThat(channel.receive()).isEqualTo(i);
        }
        assertThat(channel.depth()).isEqualTo(capacity - capacity / 2 - 1);
        assertThat(drain(channel)).hasSize(capacity - capacity / 2 - 1);
        assertThat(channel.tryReceive()).isEmpty();
      }
      assertThat(channel.unfinished()).isZero();
    }
  }

  @ParameterizedTest
  @EnumSource(Shape.class)
  void whoSendsOnlyAtOnceSendsWholeOrNotAtAll(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    ChannelCore<Integer> core = ChannelCore.of(channel);
    List<Integer> sent = new ArrayList<>();
    for (int message = 0; message < 1000; message++) {
      if (core.sendAtOnce(message)) {
        sent.add(message);
      }
    }
    assertThat(channel.unfinished()).isEqualTo(sent.size());
    assertThat(drain(channel)).isEqualTo(sent);
    assertThat(channel.dropped()).isZero();
  }

  @Test
  void whoSendsOnlyAtOnceNeedsRoomAndAnOpenChannel() throws Exception {
    Channel<Integer> channel = channel(2);
    ChannelCore<Integer> core = ChannelCore.of(channel);
    assertThat(core.sendAtOnce(1)).isTrue();
    assertThat(core.sendAtOnce(2)).isTrue();
    assertThat(core.sendAtOnce(3)).isFalse();
    assertThat(channel.receive()).isEqualTo(1);
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> core.sendAtOnce(3)).isInstanceOf(InterruptedException.class);
    channel.close();
    assertThatThrownBy(() -> core.sendAtOnce(3)).isInstanceOf(ChannelClosedException.class);
    assertThat(channel.closeNow()).containsExactly(2);
  }

  // ---- Overflow

  @ParameterizedTest
  @EnumSource
  void que4_sendingIntoAFullChannelThatFailsNamesTheChannel(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 5, Overflow.FAIL);
    sendAll(channel, 1, 2, 3, 4, 5);
    assertThatThrownBy(() -> channel.send(6))
        .isInstanceOf(ChannelFullException.class)
        .hasMessageContaining("Pipeline.raw");
    assertThat(channel.trySend(6)).isFalse();
    assertThat(
            timeOf(() -> assertThat(channel.trySend(6, Duration.ofSeconds(30))).isFalse()))
        .isLessThan(AT_ONCE);
    assertThat(channel.unfinished()).isEqualTo(5);
    assertThat(drain(channel)).containsExactly(1, 2, 3, 4, 5);
  }

  @ParameterizedTest
  @EnumSource
  void aFullChannelThatDropsTheNewKeepsTheOldAndCounts(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 2, Overflow.DROP_NEW);
    sendAll(channel, 1, 2, 3);
    assertThat(channel.trySend(4)).isFalse();
    assertThat(channel.trySend(5, Duration.ofSeconds(30))).isFalse();
    assertThat(channel.dropped()).isEqualTo(3);
    assertThat(channel.unfinished()).isEqualTo(2);
    assertThat(drain(channel)).containsExactly(1, 2);
  }

  @ParameterizedTest
  @EnumSource
  void aFullChannelThatDropsTheOldTakesTheNewAndCounts(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 2, Overflow.DROP_OLD);
    sendAll(channel, 1, 2, 3);
    assertThat(channel.trySend(4)).isTrue();
    assertThat(channel.trySend(5, Duration.ofSeconds(30))).isTrue();
    assertThat(channel.dropped()).isEqualTo(3);
    assertThat(channel.unfinished()).isEqualTo(2);
    assertThat(drain(channel)).containsExactly(4, 5);
    channel.awaitIdle();
  }

  // ---- Hand-over

  @Test
  void aHandOverBlocksTheSenderUntilAReceiverHasTheMessage() throws Exception {
    Channel<Integer> channel = channel(0);
    Side<Void> sender = Side.run(() -> channel.send(7)).blocked();
    assertThat(channel.receive()).isEqualTo(7);
    sender.result();
  }

  @Test
  void tryingToHandOverSucceedsOnlyIfAReceiverWaits() throws Exception {
    Channel<Integer> channel = channel(0);
    assertThat(channel.trySend(1)).isFalse();
    assertThat(channel.trySend(1, Duration.ZERO)).isFalse();
    Side<Integer> receiver = Side.call(channel::receive).parked();
    assertThat(channel.trySend(2)).isTrue();
    assertThat(channel.trySend(3)).as("the only receiver has got one").isFalse();
    assertThat(receiver.result()).isEqualTo(2);
    assertThat(channel.depth()).isZero();
  }

  @Test
  void tryingToHandOverForAWhileGivesUpInTimeAndLeavesNothing() throws Exception {
    Channel<Integer> channel = channel(0);
    assertThat(timeOf(() -> assertThat(channel.trySend(1, SHORT)).isFalse()))
        .isGreaterThanOrEqualTo(SHORT);
    Side<Integer> receiver = Side.call(channel::receive).blocked();
    channel.send(2);
    assertThat(receiver.result()).isEqualTo(2);
  }

  @Test
  void aHandOverThatFailsOrDropsDoesSoUnlessAReceiverWaits() throws Exception {
    Channel<Integer> fails = channel(0, Overflow.FAIL);
    assertThatThrownBy(() -> fails.send(1)).isInstanceOf(ChannelFullException.class);
    Channel<Integer> drops = channel(0, Overflow.DROP_NEW);
    drops.send(1);
    assertThat(drops.dropped()).isEqualTo(1);
    Side<Integer> receiver = Side.call(drops::receive).parked();
    drops.send(2);
    assertThat(receiver.result()).isEqualTo(2);
  }

  @Test
  void aHandOverCannotDropTheOld() {
    ChannelMaker<Integer> maker = this.<Integer>byHand().capacity(0).overflow(Overflow.DROP_OLD);
    assertThatThrownBy(maker::make).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void aReceiverThatGaveUpIsNotHandedAnything() throws Exception {
    Channel<Integer> channel = channel(0);
    assertThat(channel.tryReceive(Duration.ofMillis(10))).isEmpty();
    Side.call(channel::receive).parked().interrupt().failure();
    assertThat(channel.trySend(1)).isFalse();
    assertThat(channel.unfinished()).isZero();
  }

  @Test
  void aHandOverReachesTheConsumerThatIsPausedAtThatMoment() throws Exception {
    Channel<Integer> channel =
        weaving.<Integer>channel("raw").capacity(0).sentByHand().make();
    AtomicInteger handled = new AtomicInteger();
    Worker worker = weaving.consumer("take", channel).runs(message -> handled.incrementAndGet());
    weaving.register();
    fabric.start();
    Eventually.until(() -> channel.trySend(-1)); // so that at least one is handed over
    int sent = 1;
    for (int round = 0; round < 500; round++) {
      if (channel.trySend(round)) {
        sent++;
      }
      worker.pause();
      int expected = sent;
      Eventually.until(() -> handled.get() == expected);
      worker.resume();
    }
  }

  // ---- Many at once (QUE.5)

  @ParameterizedTest
  @EnumSource
  void que5_fiftySendersFiftyReceiversEveryMessageOnce(Shape shape) {
    int messages = 10_000;
    Channel<Integer> channel = channel(shape);
    AtomicInteger next = new AtomicInteger();
    AtomicIntegerArray received = new AtomicIntegerArray(messages);
    List<Side<Void>> senders = new ArrayList<>();
    List<Side<Void>> receivers = new ArrayList<>();
    for (int i = 0; i < 50; i++) {
      receivers.add(Side.run(() -> {
        try {
          while (true) {
            received.incrementAndGet(channel.receive());
          }
        } catch (ChannelClosedException e) {
          return; // that is the end
        }
      }));
      senders.add(Side.run(() -> {
        for (int n = next.getAndIncrement(); n < messages; n = next.getAndIncrement()) {
          sendStubbornly(channel, n);
        }
      }));
    }
    senders.forEach(Side::result);
    channel.close();
    receivers.forEach(Side::result);
    int missing = 0;
    for (int n = 0; n < messages; n++) {
      assertThat(received.get(n)).isLessThanOrEqualTo(1);
      missing += 1 - received.get(n);
    }
    assertThat(missing).isEqualTo((int) channel.dropped());
    assertThat(channel.depth()).isZero();
    assertThat(channel.unfinished()).isZero();
    if (shape.overflow == Overflow.BLOCK || shape.overflow == Overflow.FAIL) {
      assertThat(missing).isZero();
    }
  }

  /** Sends, again and again if the channel is full and says so. */
  private static void sendStubbornly(Channel<Integer> channel, int message)
      throws InterruptedException {
    while (true) {
      try {
        channel.send(message);
        return;
      } catch (ChannelFullException e) {
        Thread.yield(); // and try again
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void consumersThatAreStuckKeepNothingFromTheOthers(Shape shape) throws Exception {
    CountDownLatch release = new CountDownLatch(1);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger handled = new AtomicInteger();
    Channel<Integer> channel = forWorker(shape);
    weaving.consumer("take", channel).concurrency(4).runs(message -> {
      if (begun.incrementAndGet() <= 3) {
        release.await();
      }
      handled.incrementAndGet();
    });
    weaving.register();
    fabric.start();
    for (int i = 0; i < 200; i++) {
      channel.send(i);
    }
    Eventually.until(() -> handled.get() == 197);
    assertThat(channel.unfinished()).isEqualTo(3);
    release.countDown();
    channel.awaitIdle();
    assertThat(handled).hasValue(200);
  }

  // ---- Memory (QUE.6)

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void que6_aReceivedMessageIsNotKeptAlive(Shape shape) throws Exception {
    Channel<byte[]> channel = shape.of(this.<byte[]>byHand()).make();
    List<WeakReference<byte[]>> references = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      byte[] message = new byte[1 << 20];
      references.add(new WeakReference<>(message));
      channel.send(message);
    }
    for (WeakReference<byte[]> reference : references) {
      channel.receive();
      awaitCollected(reference);
    }
  }

  @ParameterizedTest
  @EnumSource
  void que6_aHandledMessageIsNotKeptAlive(Shape shape) throws Exception {
    Channel<byte[]> channel =
        shape.of(weaving.<byte[]>channel("raw")).sentByHand().make();
    Channel<byte[]> copies =
        shape.of(weaving.<byte[]>channel("copies")).receivedByHand().make();
    weaving.consumer("copy", channel).maps(message -> message.clone(), copies);
    weaving.register();
    fabric.start();
    byte[] message = new byte[1 << 20];
    WeakReference<byte[]> in = new WeakReference<>(message);
    channel.send(message);
    message = null;
    WeakReference<byte[]> out = new WeakReference<>(copies.receive());
    awaitCollected(in);
    awaitCollected(out);
  }

  private static void awaitCollected(WeakReference<?> reference) {
    Eventually.until(() -> {
      System.gc();
      return reference.get() == null;
    });
  }

  // ---- Null (QUE.8)

  @ParameterizedTest
  @EnumSource
  void que8_nullIsNoMessage(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    Side<Integer> receiver = Side.call(channel::receive).parked();
    for (Body send : List.<Body>of(
        () -> channel.send(null),
        () -> channel.trySend(null),
        () -> channel.trySend(null, SHORT))) {
      assertThatThrownBy(send::run)
          .isInstanceOf(NullPointerException.class)
          .hasMessageContaining("Pipeline.raw");
    }
    assertThat(channel.depth()).isZero();
    receiver.blocked();
    channel.send(1);
    assertThat(receiver.result()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE"})
  void que8_aConsumerThatReturnsNullSendsNothingAndGoesOn(Shape shape) throws Exception {
    Channel<Integer> in = shape.of(weaving.<Integer>channel("in")).sentByHand().make();
    Channel<Integer> out =
        shape.of(weaving.<Integer>channel("out")).receivedByHand().make();
    weaving.consumer("odd", in).maps(message -> message % 2 == 0 ? null : message, out);
    weaving.register();
    fabric.start();
    sendAll(in, 1, 2, 3);
    in.awaitIdle();
    assertThat(drain(out)).containsExactly(1, 3);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HAND_OVER")
  void que8_aPullProducerThatReturnsNullIsDoneAndSendsNothing(Shape shape) throws Exception {
    Channel<Integer> channel =
        shape.of(weaving.<Integer>channel("raw")).receivedByHand().make();
    Worker worker = weaving.producer("read").pulls(() -> null, channel);
    weaving.register();
    fabric.start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(channel.unfinished()).isZero();
    assertThat(recorder.failures).isEmpty();
  }

  // ---- Done (TDJ)

  @ParameterizedTest
  @EnumSource
  void tdj1_awaitingIdleWaitsForTheWorkAndNotForTheReceiving(Shape shape) throws Exception {
    AtomicInteger sum = new AtomicInteger();
    Channel<Integer> channel = forWorker(shape);
    weaving.consumer("add", channel).concurrency(2).runs(message -> {
      fabric.sleep(Duration.ofMillis(1));
      sum.addAndGet(message);
    });
    weaving.register();
    fabric.start();
    for (int i = 0; i < 100; i++) {
      channel.send(i);
    }
    channel.awaitIdle();
    assertThat(sum).hasValue(4950);
    assertThat(channel.unfinished()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void tdj2_aFailingConsumerStillCountsItsMessage(Shape shape) throws Exception {
    Channel<Integer> channel = forWorker(shape);
    Worker worker = weaving.consumer("third", channel).runs(message -> {
      if (message % 3 == 0) {
        throw new IllegalArgumentException("third " + message);
      }
    });
    weaving.register();
    fabric.start();
    for (int i = 0; i < 30; i++) {
      channel.send(i);
    }
    channel.awaitIdle();
    assertThat(recorder.failures).hasSize(10);
    assertThat(worker.isAlive()).isTrue();
    assertThat(worker.failures()).isEqualTo(10);
    assertThat(worker.handled()).isEqualTo(20);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void tdj3_severalThatAwaitIdleEndTogetherAndNotBefore(Shape shape) throws Exception {
    CountDownLatch work = new CountDownLatch(1);
    AtomicInteger handled = new AtomicInteger();
    Channel<Integer> channel = forWorker(shape);
    weaving.consumer("work", channel).concurrency(4).runs(message -> {
      work.await();
      handled.incrementAndGet();
    });
    weaving.register();
    fabric.start();
    for (int i = 0; i < 10; i++) {
      channel.send(i);
    }
    List<Side<Integer>> waiting = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiting.add(Side.call(() -> {
        channel.awaitIdle();
        return handled.get();
      }));
    }
    waiting.forEach(Side::blocked);
    work.countDown();
    for (Side<Integer> each : waiting) {
      assertThat(each.result()).isEqualTo(10);
    }
  }

  @ParameterizedTest
  @EnumSource
  void aConsumersMessageIsDoneOnlyWhenItsResultWasSent(Shape shape) throws Exception {
    Channel<Integer> in = forWorker(shape);
    Channel<Integer> out =
        weaving.<Integer>channel("out").capacity(0).receivedByHand().make();
    weaving.consumer("pass", in).maps(message -> message, out);
    weaving.register();
    fabric.start();
    in.send(1);
    Side<Void> idle = Side.run(in::awaitIdle).blocked();
    assertThat(out.receive()).isEqualTo(1);
    idle.result();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void aTakenMessageIsUnfinishedUntilItsDeliveryIsDone(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    channel.send(1);
    Delivery<Integer> delivery = channel.take();
    assertThat(channel.depth()).isZero();
    assertThat(channel.unfinished()).isEqualTo(1);
    assertThat(channel.awaitIdle(Duration.ZERO)).isFalse();
    Side<Void> idle = Side.run(channel::awaitIdle).blocked();
    Side.run(delivery::done).result();
    idle.result();
    assertThat(channel.awaitIdle(Duration.ZERO)).isTrue();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void aDeliveryIsDoneOnceButMayBeClosedAgain(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    sendAll(channel, 1, 2);
    Delivery<Integer> first = channel.take();
    first.done();
    assertThatThrownBy(first::done).isInstanceOf(IllegalStateException.class);
    first.close();
    Delivery<Integer> second = channel.take();
    second.close();
    second.close();
    assertThatThrownBy(second::done).isInstanceOf(IllegalStateException.class);
    assertThat(channel.unfinished()).isZero();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void awaitingIdleForAWhileSaysWhetherItWas(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    assertThat(channel.awaitIdle(Duration.ZERO)).isTrue();
    channel.send(1);
    assertThat(timeOf(() -> assertThat(channel.awaitIdle(SHORT)).isFalse()))
        .isGreaterThanOrEqualTo(SHORT);
  }

  // ---- Closing (QSD)

  @ParameterizedTest
  @EnumSource
  void qsd1_aClosedEmptyChannelRefusesBothSidesAtOnce(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    channel.close();
    for (Body use : List.<Body>of(
        () -> channel.send(1),
        () -> channel.trySend(1),
        () -> channel.trySend(1, LARGEST),
        channel::receive,
        channel::tryReceive,
        () -> channel.tryReceive(LARGEST),
        channel::take)) {
      assertThat(timeOf(() -> assertThatThrownBy(use::run)
              .isInstanceOf(ChannelClosedException.class)
              .hasMessageContaining("Pipeline.raw")))
          .isLessThan(AT_ONCE);
    }
    assertThat(channel.isClosed()).isTrue();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HAND_OVER")
  void qsd2_closingAtOnceFreesThoseWhoAwaitIdle(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    channel.send(1);
    Delivery<Integer> delivery = channel.take();
    channel.send(2);
    List<Side<Void>> waiting = List.of(Side.run(channel::awaitIdle), Side.run(channel::awaitIdle));
    waiting.forEach(Side::blocked);
    assertThat(channel.closeNow()).containsExactly(2);
    waiting.forEach(Side::result);
    delivery.done();
    assertThatThrownBy(delivery::done).isInstanceOf(IllegalStateException.class);
    assertThat(channel.unfinished()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void qsd3_aBlockedSenderEndsWhenTheChannelIsClosed(Kind kind) throws Exception {
    Channel<Integer> channel = channel(kind, 2);
    sendAll(channel, 1, 2);
    List<Side<?>> senders =
        List.of(Side.run(() -> channel.send(3)), Side.call(() -> channel.trySend(4, LARGEST)));
    senders.forEach(Side::blocked);
    channel.close();
    for (Side<?> sender : senders) {
      assertThat(sender.failure()).isInstanceOf(ChannelClosedException.class);
    }
    assertThat(List.of(channel.receive(), channel.receive())).containsExactly(1, 2);
    assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
  }

  @Test
  void aSenderInAHandOverEndsWhenTheChannelIsClosed() throws Exception {
    Channel<Integer> channel = channel(0);
    Side<Void> sender = Side.run(() -> channel.send(3)).blocked();
    channel.close();
    assertThat(sender.failure()).isInstanceOf(ChannelClosedException.class);
    assertThat(channel.closeNow()).isEmpty();
  }

  @ParameterizedTest
  @EnumSource
  void aBlockedReceiverEndsWhenTheChannelIsClosed(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    List<Side<?>> receivers = List.of(
        Side.call(channel::receive),
        Side.call(channel::take),
        Side.call(() -> channel.tryReceive(LARGEST)));
    receivers.forEach(Side::blocked);
    channel.close();
    for (Side<?> receiver : receivers) {
      assertThat(receiver.failure())
          .isInstanceOf(ChannelClosedException.class)
          .hasMessageContaining("Pipeline.raw");
    }
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void qsd4_exactlyTheSurplusReceiversAreTold(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    sendAll(channel, 1, 2);
    CountDownLatch go = new CountDownLatch(1);
    List<Side<Integer>> receivers = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      receivers.add(Side.call(() -> {
        go.await();
        try {
          return channel.receive();
        } catch (ChannelClosedException e) {
          return -1;
        }
      }));
    }
    channel.close();
    go.countDown();
    assertThat(receivers.stream().map(Side::result)).containsExactlyInAnyOrder(1, 2, -1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void aChannelMayBeClosedAgainAndHarder(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    sendAll(channel, 1, 2);
    channel.close();
    channel.close();
    assertThat(channel.receive()).isEqualTo(1);
    assertThat(channel.closeNow()).containsExactly(2);
    assertThat(channel.closeNow()).isEmpty();
    channel.close();
    assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
    channel.awaitIdle();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void closingInOrderDoesNotEndAwaitIdleBeforeTheRestIsDone(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    channel.send(1);
    channel.close();
    Side<Void> idle = Side.run(channel::awaitIdle).blocked();
    channel.receive();
    idle.result();
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE", "TWO"})
  void aConsumerOfAClosedChannelTakesTheRestAndEndsQuietly(Shape shape) throws Exception {
    Channel<Integer> channel = forWorker(shape);
    List<Integer> handled = Collections.synchronizedList(new ArrayList<>());
    Worker worker = weaving.consumer("take", channel).runs(handled::add);
    weaving.register();
    sendAll(channel, 1, 2, 3);
    channel.close();
    fabric.start();
    worker.join();
    assertThat(handled).containsExactly(1, 2, 3);
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(recorder.failures).isEmpty();
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HAND_OVER")
  void whatClosingAtOnceReturnsComesAfterAllThatWasReceived(Shape shape) throws Exception {
    for (int round = 0; round < 100; round++) {
      Channel<Integer> channel = channel(shape);
      Side<Void> sender = Side.run(() -> {
        try {
          for (int n = 0; ; n++) {
            sendStubbornly(channel, n);
          }
        } catch (ChannelClosedException e) {
          return; // that is the end
        }
      });
      AtomicInteger received = new AtomicInteger(-1);
      Side<Void> receiver = Side.run(() -> {
        try {
          while (true) {
            received.set(channel.receive());
          }
        } catch (ChannelClosedException e) {
          return; // that is the end
        }
      });
      Eventually.until(() -> received.get() >= 100);
      List<Integer> rest = channel.closeNow();
      sender.result();
      receiver.result();
      assertThat(rest).as("round %s", round).allMatch(n -> n > received.get()).isSorted();
    }
  }

  // ---- Interruption (INT.2, INT.3)

  @ParameterizedTest
  @EnumSource
  void int2_anInterruptedReceiveLeavesTheChannelWhole(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    for (Body receive :
        List.<Body>of(channel::receive, channel::take, () -> channel.tryReceive(LARGEST))) {
      Side<Boolean> interrupted = Side.call(() -> isInterruptedAndCleared(receive));
      interrupted.parked().interrupt();
      assertThat(interrupted.result()).isTrue();
    }
    Side<Integer> receiver = Side.call(channel::receive);
    channel.send(7);
    assertThat(receiver.result()).isEqualTo(7);
    assertThat(channel.tryReceive()).isEmpty();
    assertThat(channel.unfinished()).isZero();
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedSendHasNotSent(Kind kind) throws Exception {
    for (int capacity : kind == Kind.FIFO ? new int[] {0, 1, 2, 256} : new int[] {1}) {
      Channel<Integer> channel = channel(kind, capacity);
      for (int i = 0; i < capacity; i++) {
        channel.send(1);
      }
      for (Body send : List.<Body>of(() -> channel.send(7), () -> channel.trySend(7, LARGEST))) {
        Side<Boolean> interrupted = Side.call(() -> isInterruptedAndCleared(send));
        interrupted.parked().interrupt();
        assertThat(interrupted.result()).isTrue();
      }
      assertThat(channel.unfinished()).isEqualTo(capacity);
    }
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HAND_OVER")
  void anInterruptedAwaitIdleChangesNothing(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    channel.send(1);
    for (Body await : List.<Body>of(channel::awaitIdle, () -> channel.awaitIdle(LARGEST))) {
      Side<Boolean> interrupted = Side.call(() -> isInterruptedAndCleared(await));
      interrupted.parked().interrupt();
      assertThat(interrupted.result()).isTrue();
    }
    assertThat(drain(channel)).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"HAND_OVER", "ONE"})
  void whoDeclaresInterruptsThrowsAtOnceIfTheFlagIsSet(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    channel.send(1);
    for (Body use : List.<Body>of(
        () -> channel.send(2),
        () -> channel.trySend(2, Duration.ZERO),
        channel::receive,
        () -> channel.tryReceive(Duration.ZERO),
        channel::take,
        channel::awaitIdle,
        () -> channel.awaitIdle(Duration.ZERO))) {
      Thread.currentThread().interrupt();
      assertThat(isInterruptedAndCleared(use)).isTrue();
    }
    assertThat(drain(channel)).containsExactly(1);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "HAND_OVER")
  void whoDoesNotDeclareInterruptsGoesOnAndKeepsTheFlag(Shape shape) {
    Channel<Integer> channel = channel(shape);
    Thread.currentThread().interrupt();
    try {
      assertThat(channel.trySend(1)).isTrue();
      assertThat(channel.tryReceive()).contains(1);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptBeatsATimeoutThatPassedMeanwhile(Shape shape) throws Exception {
    Channel<Integer> channel = channel(shape);
    Side<Boolean> interrupted = Side.call(() -> {
      Thread.currentThread().interrupt();
      return isInterruptedAndCleared(() -> channel.tryReceive(Duration.ofNanos(1)));
    });
    assertThat(interrupted.result()).isTrue();
  }

  private static boolean isInterruptedAndCleared(Body body) throws Exception {
    try {
      body.run();
      return false;
    } catch (InterruptedException e) {
      return !Thread.currentThread().isInterrupted();
    }
  }

  // ---- Two ends in one method

  @ParameterizedTest
  @EnumSource(
      mode = Mode.EXCLUDE,
      names = {"FAILING", "DROPPING_NEW", "DROPPING_OLD"})
  void whatASenderDidBeforeIsVisibleToTheReceiver(Shape shape) throws Exception {
    Channel<int[]> channel = shape.of(this.<int[]>byHand()).make();
    Side<Void> sender = Side.run(() -> {
      for (int i = 0; i < 1000; i++) {
        int[] message = new int[1];
        message[0] = i;
        channel.send(message);
      }
    });
    for (int i = 0; i < 1000; i++) {
      assertThat(channel.receive()[0]).isEqualTo(i);
    }
    sender.result();
  }
}
