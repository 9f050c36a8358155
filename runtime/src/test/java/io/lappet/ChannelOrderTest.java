package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.Weaving;
import io.lappet.internal.fabric.FabricCore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.EnumSource.Mode;

/** In which order channels give out their messages, and that nothing else changes with it. */
@Timeout(60)
class ChannelOrderTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  private final ManualSeam seam = new ManualSeam();
  private final Fabric fabric = FabricCore.on(seam, Fabric.builder());
  private final Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /** A message with a rank, which is compared, and a number, which is not. */
  private record Ranked(int rank, int number) implements Comparable<Ranked> {
    @Override
    public int compareTo(Ranked other) {
      return Integer.compare(rank, other.rank);
    }
  }

  /** A message that is due at a time of the seam. */
  private record Due(ManualSeam seam, int second, String name) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(
          Duration.ofSeconds(second).minusNanos(seam.nanos()).toNanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }

    @Override
    public String toString() {
      return name + "@" + second;
    }
  }

  private <T> ChannelMaker<T> byHand() {
    return weaving.<T>channel("raw").sentByHand().receivedByHand();
  }

  private Channel<Integer> lifo(int capacity, Overflow overflow) {
    return this.<Integer>byHand().capacity(capacity).overflow(overflow).lifo().make();
  }

  private Channel<Integer> lowestFirst(int capacity, Overflow overflow) {
    return this.<Integer>byHand()
        .capacity(capacity)
        .overflow(overflow)
        .priority(Comparator.naturalOrder())
        .make();
  }

  private Channel<Due> delayed(int capacity, Overflow overflow) {
    return this.<Due>byHand().capacity(capacity).overflow(overflow).delayed().make();
  }

  private Channel<Due> delayed() {
    return delayed(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
  }

  private Due due(int second) {
    return due(second, "m");
  }

  private Due due(int second, String name) {
    return new Due(seam, second, name);
  }

  @SafeVarargs
  private static <T> void sendAll(Sender<T> sender, T... messages) throws InterruptedException {
    for (T message : messages) {
      sender.send(message);
    }
  }

  private static <T> List<T> drain(Receiver<T> channel) {
    List<T> rest = new ArrayList<>();
    for (Optional<T> next = channel.tryReceive(); next.isPresent(); next = channel.tryReceive()) {
      rest.add(next.get());
    }
    return rest;
  }

  // ---- Last in, first out

  @Test
  void aLifoGivesOutTheLastFirst() throws Exception {
    Channel<Integer> channel = lifo(8, Overflow.BLOCK);
    sendAll(channel, 1, 2, 3);
    assertThat(channel.receive()).isEqualTo(3);
    channel.send(4);
    assertThat(drain(channel)).containsExactly(4, 2, 1);
  }

  @Test
  void aFullLifoDropsTheOneThatHasWaitedLongest() throws Exception {
    Channel<Integer> channel = lifo(2, Overflow.DROP_OLD);
    sendAll(channel, 1, 2, 3);
    assertThat(channel.trySend(4)).isTrue();
    assertThat(channel.dropped()).isEqualTo(2);
    assertThat(channel.unfinished()).isEqualTo(2);
    assertThat(drain(channel)).containsExactly(4, 3);
    channel.awaitIdle();
  }

  @Test
  void closingALifoAtOnceReturnsTheRestAsItWouldHaveBeenGivenOut() throws Exception {
    Channel<Integer> channel = lifo(8, Overflow.BLOCK);
    sendAll(channel, 1, 2, 3);
    assertThat(channel.closeNow()).containsExactly(3, 2, 1);
    assertThat(channel.unfinished()).isZero();
  }

  // ---- Lowest first (QUE.2)

  @Test
  void que2_aPriorityGivesOutTheLowestFirst() throws Exception {
    Channel<Integer> channel = lowestFirst(8, Overflow.BLOCK);
    sendAll(channel, 111, 333, 222);
    assertThat(List.of(channel.receive(), channel.receive(), channel.receive()))
        .containsExactly(111, 222, 333);
  }

  @Test
  void equalsOfAPriorityKeepTheOrderInWhichTheyWereSent() throws Exception {
    Channel<Ranked> channel =
        this.<Ranked>byHand().priority(Comparator.naturalOrder()).make();
    for (int number = 0; number < 100; number++) {
      channel.send(new Ranked(number % 3, number));
    }
    List<Ranked> all = drain(channel);
    assertThat(all).hasSize(100);
    assertThat(all)
        .isSortedAccordingTo(Comparator.comparing(Ranked::rank).thenComparing(Ranked::number));
  }

  @Test
  void aPriorityMayGoByAComparator() throws Exception {
    Channel<Integer> channel =
        this.<Integer>byHand().priority(Comparator.reverseOrder()).make();
    sendAll(channel, 1, 3, 2);
    assertThat(drain(channel)).containsExactly(3, 2, 1);
  }

  @Test
  void aFullPriorityDropsTheOneThatHasWaitedLongestWhateverItsRank() throws Exception {
    Channel<Integer> channel = lowestFirst(3, Overflow.DROP_OLD);
    sendAll(channel, 1, 9, 5, 7, 8);
    assertThat(channel.dropped()).isEqualTo(2);
    assertThat(channel.depth()).isEqualTo(3);
    assertThat(drain(channel)).containsExactly(5, 7, 8);
  }

  @Test
  void closingAPriorityAtOnceReturnsTheRestAsItWouldHaveBeenGivenOut() throws Exception {
    Channel<Integer> channel = lowestFirst(8, Overflow.BLOCK);
    sendAll(channel, 3, 1, 2);
    assertThat(channel.closeNow()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @EnumSource
  void aComparatorThatThrowsDoesSoToTheSenderAndTheChannelStaysWhole(Overflow overflow)
      throws Exception {
    AtomicBoolean broken = new AtomicBoolean();
    Comparator<Integer> moody = (one, other) -> {
      if (broken.get()) {
        throw new IllegalStateException("moody");
      }
      return Integer.compare(one, other);
    };
    Channel<Integer> channel =
        this.<Integer>byHand().capacity(4).overflow(overflow).priority(moody).make();
    sendAll(channel, 3, 1, 2);
    broken.set(true);
    assertThatThrownBy(() -> channel.send(0)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> channel.trySend(0)).isInstanceOf(IllegalStateException.class);
    assertThat(channel.unfinished()).isEqualTo(3);
    assertThat(channel.receive()).as("receivers do not compare").isEqualTo(1);
    broken.set(false);
    channel.send(0);
    assertThat(drain(channel)).containsExactly(0, 2, 3);
    assertThat(channel.unfinished()).isZero();
    assertThat(channel.dropped()).isZero();
  }

  @Test
  void theRoomOfASenderWhoseComparatorThrewGoesToTheNext() throws Exception {
    Comparator<Integer> refusing = (one, other) -> {
      if (one == 13 || other == 13) {
        throw new IllegalStateException("13");
      }
      return Integer.compare(one, other);
    };
    Channel<Integer> channel =
        this.<Integer>byHand().capacity(2).priority(refusing).make();
    sendAll(channel, 1, 2);
    Side<Void> unlucky = Side.run(() -> channel.send(13)).parked();
    Side<Void> other = Side.run(() -> channel.send(3)).parked();
    assertThat(channel.receive()).isEqualTo(1);
    assertThat(unlucky.failure()).isInstanceOf(IllegalStateException.class);
    other.result();
    assertThat(drain(channel)).containsExactly(2, 3);
  }

  @Test
  void aPriorityNeedsAComparator() {
    ChannelMaker<Integer> maker = this.<Integer>byHand().priority(null);
    assertThatThrownBy(maker::make)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Pipeline.raw");
  }

  @Test
  void aHandOverHasNoOrder() {
    ChannelMaker<Integer> maker = this.<Integer>byHand().capacity(0).lifo();
    assertThatThrownBy(maker::make).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- When due (QUE.7)

  @Test
  void que7_aMessageThatIsNotDueIsCountedButNotGiven() throws Exception {
    Channel<Due> channel = delayed();
    channel.send(due(3600));
    assertThat(channel.depth()).isEqualTo(1);
    assertThat(channel.unfinished()).isEqualTo(1);
    assertThat(channel.tryReceive()).isEmpty();
    Side<Optional<Due>> receiver = Side.call(() -> channel.tryReceive(SHORT)).parked();
    seam.pass(SHORT);
    assertThat(receiver.result()).isEmpty();
    assertThat(channel.depth()).isEqualTo(1);
    seam.pass(Duration.ofHours(1));
    assertThat(channel.tryReceive()).contains(due(3600));
  }

  @Test
  void whatIsDueFirstIsGivenOutFirst() throws Exception {
    Channel<Due> channel = delayed();
    sendAll(channel, due(3, "a"), due(1, "b"), due(2, "c"), due(1, "d"), due(9, "e"));
    seam.pass(Duration.ofSeconds(3));
    assertThat(drain(channel)).extracting(Due::name).containsExactly("b", "d", "c", "a");
    assertThat(channel.depth()).isEqualTo(1);
  }

  @Test
  void aWaitingReceiverGetsAMessageWhenThatIsDue() throws Exception {
    Channel<Due> channel = delayed();
    channel.send(due(10));
    Side<Due> receiver = Side.call(channel::receive).parked();
    seam.pass(Duration.ofSeconds(9));
    receiver.blocked();
    seam.pass(Duration.ofSeconds(1));
    assertThat(receiver.result()).isEqualTo(due(10));
  }

  @Test
  void allWaitingReceiversGetTheirMessageWhenItIsDue() throws Exception {
    Channel<Due> channel = delayed();
    sendAll(channel, due(10), due(20));
    List<Side<Due>> receivers = List.of(
        Side.call(channel::receive).parked(), Side.call(channel::receive).parked());
    seam.pass(Duration.ofSeconds(10));
    Eventually.until(() -> receivers.stream().filter(Side::isOver).count() == 1);
    seam.pass(Duration.ofSeconds(10));
    assertThat(receivers).extracting(Side::result).containsExactlyInAnyOrder(due(10), due(20));
  }

  @Test
  void aMessageThatIsDueEarlierShortensTheWait() throws Exception {
    Channel<Due> channel = delayed();
    channel.send(due(3600));
    Side<Due> receiver = Side.call(channel::receive).parked();
    channel.send(due(1, "early"));
    seam.pass(Duration.ofSeconds(1));
    assertThat(receiver.result()).isEqualTo(due(1, "early"));
  }

  @Test
  void aMessageThatIsDueWakesItsReceiverInRealTime() throws Exception {
    Fabric real = Fabric.create();
    try {
      Channel<Real> channel = Weaving.of(real, 1, "Real", new Object())
          .<Real>channel("raw")
          .sentByHand()
          .receivedByHand()
          .delayed()
          .make();
      channel.send(new Real(System.nanoTime() + Duration.ofHours(1).toNanos()));
      Side<Real> receiver = Side.call(channel::receive).parked();
      Real soon = new Real(System.nanoTime() + SHORT.toNanos());
      channel.send(soon);
      assertThat(receiver.result()).isEqualTo(soon);
      assertThat(soon.getDelay(TimeUnit.NANOSECONDS)).isNotPositive();
    } finally {
      real.close(Duration.ZERO);
    }
  }

  /** Due by the clock of the system. */
  private record Real(long at) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(getDelay(TimeUnit.NANOSECONDS), other.getDelay(TimeUnit.NANOSECONDS));
    }
  }

  @Test
  void aMessageThatHasPutItselfOffIsNotGivenOutBeforeItIsDueAgain() throws Exception {
    AtomicBoolean later = new AtomicBoolean();
    Delayed moody = new Delayed() {
      @Override
      public long getDelay(TimeUnit unit) {
        return unit.convert((later.get() ? 9 : 5) - seam.seconds(), TimeUnit.SECONDS);
      }

      @Override
      public int compareTo(Delayed other) {
        return 0;
      }
    };
    Channel<Delayed> channel = this.<Delayed>byHand().delayed().make();
    channel.send(moody);
    later.set(true);
    Side<Delayed> receiver = Side.call(channel::receive).parked();
    seam.pass(Duration.ofSeconds(5));
    receiver.blocked();
    seam.pass(Duration.ofSeconds(4));
    assertThat(receiver.result()).isSameAs(moody);
  }

  @Test
  void aDelayThatThrowsDoesSoToTheSenderAndNeverToAReceiver() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    Delayed moody = new Delayed() {
      @Override
      public long getDelay(TimeUnit unit) {
        if (broken.get()) {
          throw new IllegalStateException("moody");
        }
        return unit.convert(5 - seam.seconds(), TimeUnit.SECONDS);
      }

      @Override
      public int compareTo(Delayed other) {
        return 0;
      }
    };
    Channel<Delayed> channel = this.<Delayed>byHand().delayed().make();
    assertThatThrownBy(() -> channel.send(moody)).isInstanceOf(IllegalStateException.class);
    assertThat(channel.depth()).isZero();
    broken.set(false);
    channel.send(moody);
    broken.set(true);
    assertThat(channel.tryReceive()).isEmpty();
    seam.pass(Duration.ofSeconds(5));
    assertThat(channel.tryReceive()).contains(moody);
  }

  @Test
  void aFullDelayDropsTheOneThatHasWaitedLongestWheneverItIsDue() throws Exception {
    Channel<Due> channel = delayed(2, Overflow.DROP_OLD);
    sendAll(channel, due(1), due(3), due(2));
    assertThat(channel.dropped()).isEqualTo(1);
    seam.pass(Duration.ofSeconds(3));
    assertThat(drain(channel)).containsExactly(due(2), due(3));
  }

  @Test
  void aClosedDelayGivesOutTheRestWhenItIsDueAndThenEnds() throws Exception {
    Channel<Due> channel = delayed();
    channel.send(due(5));
    Side<Due> first = Side.call(channel::receive).parked();
    Side<Due> second = Side.call(channel::receive).parked();
    channel.close();
    assertThat(channel.tryReceive()).as("not due, not the end either").isEmpty();
    first.blocked();
    second.blocked();
    seam.pass(Duration.ofSeconds(5));
    Eventually.until(() -> first.isOver() && second.isOver());
    assertThat(channel.depth()).isZero();
    assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
    Side<Due> told = failed(first) ? first : second;
    assertThat(told.failure()).isInstanceOf(ChannelClosedException.class);
    assertThat((told == first ? second : first).result()).isEqualTo(due(5));
  }

  private static boolean failed(Side<?> side) {
    try {
      side.result();
      return false;
    } catch (AssertionError e) {
      return true;
    }
  }

  @Test
  void closingADelayAtOnceReturnsTheRestEarliestFirst() throws Exception {
    Channel<Due> channel = delayed();
    sendAll(channel, due(3), due(1), due(2));
    assertThat(channel.closeNow()).containsExactly(due(1), due(2), due(3));
  }

  @Test
  void aConsumerGetsADelayedMessageWhenItIsDue() throws Exception {
    Channel<Due> channel = weaving.<Due>channel("due").sentByHand().delayed().make();
    CountDownLatch handled = new CountDownLatch(1);
    weaving.consumer("take", channel).runs(message -> handled.countDown());
    weaving.register();
    fabric.start();
    channel.send(due(5));
    seam.pass(Duration.ofSeconds(4));
    assertThat(channel.depth()).isEqualTo(1);
    seam.pass(Duration.ofSeconds(1));
    Eventually.passes(handled);
    channel.awaitIdle();
  }

  // ---- What is the same in every order

  private enum Kind {
    LIFO,
    PRIORITY,
    DELAY
  }

  private Channel<Due> channel(Kind kind, int capacity, Overflow overflow) {
    ChannelMaker<Due> maker = this.<Due>byHand().capacity(capacity).overflow(overflow);
    return switch (kind) {
      case LIFO -> maker.lifo().make();
      case PRIORITY -> maker.priority(Comparator.naturalOrder()).make();
      case DELAY -> maker.delayed().make();
    };
  }

  @ParameterizedTest
  @EnumSource
  void aFullChannelBlocksItsSender(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 1, Overflow.BLOCK);
    channel.send(due(0));
    assertThat(channel.trySend(due(0))).isFalse();
    Side<Void> sender = Side.run(() -> channel.send(due(0, "second"))).blocked();
    channel.receive();
    sender.result();
    assertThat(channel.receive()).isEqualTo(due(0, "second"));
  }

  @ParameterizedTest
  @EnumSource
  void aFullChannelThatFailsSaysSo(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 1, Overflow.FAIL);
    channel.send(due(0));
    assertThatThrownBy(() -> channel.send(due(0))).isInstanceOf(ChannelFullException.class);
    assertThat(channel.trySend(due(0))).isFalse();
    assertThat(channel.depth()).isEqualTo(1);
  }

  @ParameterizedTest
  @EnumSource
  void aFullChannelThatDropsTheNewKeepsTheOld(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 1, Overflow.DROP_NEW);
    sendAll(channel, due(0, "old"), due(0, "new"));
    assertThat(channel.dropped()).isEqualTo(1);
    assertThat(drain(channel)).containsExactly(due(0, "old"));
  }

  @ParameterizedTest
  @EnumSource
  void anEmptyChannelBlocksItsReceiverAndRefusesNull(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 4, Overflow.BLOCK);
    Side<Due> receiver = Side.call(channel::receive).blocked();
    assertThatThrownBy(() -> channel.send(null))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Pipeline.raw");
    channel.send(due(0));
    assertThat(receiver.result()).isEqualTo(due(0));
  }

  @ParameterizedTest
  @EnumSource
  void aClosedChannelRefusesSendersAndGivesOutTheRest(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 1, Overflow.BLOCK);
    channel.send(due(0));
    Side<Void> sender = Side.run(() -> channel.send(due(0))).parked();
    channel.close();
    assertThat(sender.failure()).isInstanceOf(ChannelClosedException.class);
    assertThat(channel.receive()).isEqualTo(due(0));
    assertThatThrownBy(channel::receive).isInstanceOf(ChannelClosedException.class);
    assertThatThrownBy(channel::tryReceive).isInstanceOf(ChannelClosedException.class);
  }

  @ParameterizedTest
  @EnumSource
  void anInterruptedReceiverHasTakenNothing(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 4, Overflow.BLOCK);
    Side<Due> receiver = Side.call(channel::receive).parked().interrupt();
    assertThat(receiver.failure()).isInstanceOf(InterruptedException.class);
    channel.send(due(0));
    assertThat(channel.receive()).isEqualTo(due(0));
  }

  @ParameterizedTest
  @EnumSource
  void everyMessageIsReceivedOnce(Kind kind) throws Exception {
    Channel<Due> channel = channel(kind, 8, Overflow.BLOCK);
    int perSender = 500;
    List<Side<Void>> senders = new ArrayList<>();
    List<Side<List<Due>>> receivers = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      String name = "s" + s;
      senders.add(Side.run(() -> {
        for (int i = 0; i < perSender; i++) {
          channel.send(due(-i, name));
        }
      }));
      receivers.add(Side.call(() -> {
        List<Due> all = new ArrayList<>();
        while (true) {
          try {
            all.add(channel.receive());
          } catch (ChannelClosedException e) {
            return all;
          }
        }
      }));
    }
    senders.forEach(Side::result);
    channel.close();
    List<Due> all = new ArrayList<>();
    receivers.forEach(receiver -> all.addAll(receiver.result()));
    assertThat(all).hasSize(4 * perSender).doesNotHaveDuplicates();
    assertThat(channel.unfinished()).isZero();
  }

  // ---- Hand-over

  @Test
  void tryingToReceiveTakesTheMessageOfASenderThatWaits() throws Exception {
    Channel<Integer> channel = this.<Integer>byHand().capacity(0).make();
    Side<Void> first = Side.run(() -> channel.send(1)).parked();
    Side<Void> second = Side.run(() -> channel.send(2)).parked();
    assertThat(channel.unfinished()).as("not sent before somebody has them").isZero();
    assertThat(channel.tryReceive()).contains(1);
    first.result();
    assertThat(channel.tryReceive(Duration.ZERO)).contains(2);
    second.result();
    assertThat(channel.tryReceive()).isEmpty();
    assertThat(channel.stats().sent()).isEqualTo(2);
  }

  @Test
  void aSenderThatGaveUpHandsOverNothing() throws Exception {
    Channel<Integer> channel = this.<Integer>byHand().capacity(0).make();
    Side.run(() -> channel.send(1)).parked().interrupt().failure();
    Side<Boolean> timed = Side.call(() -> channel.trySend(2, SHORT)).parked();
    seam.pass(SHORT);
    assertThat(timed.result()).isFalse();
    assertThat(channel.tryReceive()).isEmpty();
    assertThat(channel.unfinished()).isZero();
  }

  @Test
  void closingAHandOverRefusesTheSendersThatWait() throws Exception {
    Channel<Integer> channel = this.<Integer>byHand().capacity(0).make();
    Side<Void> sender = Side.run(() -> channel.send(1)).parked();
    channel.close();
    assertThat(sender.failure()).isInstanceOf(ChannelClosedException.class);
    assertThatThrownBy(channel::tryReceive).isInstanceOf(ChannelClosedException.class);
  }

  @ParameterizedTest
  @EnumSource(mode = Mode.EXCLUDE, names = "DROP_OLD")
  void whatIsHandedOverIsReceivedOnce(Overflow overflow) throws Exception {
    Channel<Integer> channel =
        this.<Integer>byHand().capacity(0).overflow(overflow).make();
    int messages = 2000;
    Side<List<Integer>> polling = Side.call(() -> {
      List<Integer> all = new ArrayList<>();
      while (true) {
        try {
          channel.tryReceive().ifPresent(all::add);
          channel.tryReceive(Duration.ofNanos(1)).ifPresent(all::add);
        } catch (ChannelClosedException e) {
          return all;
        }
      }
    });
    Side<List<Integer>> waiting = Side.call(() -> {
      List<Integer> all = new ArrayList<>();
      while (true) {
        try {
          all.add(channel.receive());
        } catch (ChannelClosedException e) {
          return all;
        }
      }
    });
    Side<Void> sender = Side.run(() -> {
      for (int i = 0; i < messages; i++) {
        while (!channel.trySend(i, Duration.ofSeconds(1))) {
          Thread.onSpinWait();
        }
      }
      channel.close();
    });
    sender.result();
    List<Integer> all = new ArrayList<>(polling.result());
    all.addAll(waiting.result());
    assertThat(all).hasSize(messages).doesNotHaveDuplicates();
  }
}
