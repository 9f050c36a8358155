package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Conveyor.Ends;
import io.lappet.Conveyor.Form;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.Weaving;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Inlet;
import io.lappet.internal.channel.Intake;
import io.lappet.internal.fabric.FabricCore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Channels of which it is known how many threads send and receive. They promise what others do; see
 * {@link ChannelContractTest}.
 */
@Timeout(120)
class DeclaredEndsTest {
  static Stream<Ends> ends() {
    return Stream.of(Ends.of(1, 1), Ends.of(1, 2), Ends.of(2, 1), Ends.of(2, 2), new Ends(2, 1, 3));
  }

  static Stream<Arguments> endsAndCapacities() {
    return ends()
        .flatMap(ends -> Stream.of(0, 1, 2, 3, 7, 64, 1000, ChannelSpec.UNBOUNDED)
            .map(capacity -> Arguments.of(ends, capacity)));
  }

  static Stream<Arguments> endsAndBounds() {
    return endsAndCapacities().filter(a -> !a.get()[1].equals(ChannelSpec.UNBOUNDED));
  }

  /** Producers go on; only what nothing holds back must end before the memory does. */
  private static LongPredicate withoutEnd(int capacity) {
    return capacity == ChannelSpec.UNBOUNDED ? made -> made < 1_000_000 : made -> true;
  }

  private static Conveyor conveyor(Ends ends, int capacity, LongPredicate more, int seldom) {
    return conveyor(ends, capacity, Overflow.BLOCK, more, seldom);
  }

  private static Conveyor conveyor(
      Ends ends, int capacity, Overflow overflow, LongPredicate more, int seldom) {
    return new Conveyor(ends, Form.of(capacity, overflow), more, seldom, capacity, "");
  }

  @Test
  void whatGoesFromOneThreadToAnotherIsNeitherSentNorReceivedByHand() throws Exception {
    try (Fabric fabric = Fabric.create()) {
      Weaving weaving = Weaving.of(fabric, 1, "Line", new Object());
      weaving.<Integer>channel("belt").sentBy("any").receivedBy("any").make();
      @SuppressWarnings("unchecked") // of whole numbers
      Channel<Integer> belt = (Channel<Integer>) fabric.channel("Line.belt").orElseThrow();
      for (ThrowingCallable send : List.<ThrowingCallable>of(
          () -> belt.send(1), () -> belt.trySend(1), () -> belt.trySend(1, Duration.ZERO))) {
        assertThatThrownBy(send)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContainingAll("Line.belt", "abstract Sender<..> belt();");
      }
      for (ThrowingCallable receive : List.<ThrowingCallable>of(
          belt::receive, belt::tryReceive, () -> belt.tryReceive(Duration.ZERO), belt::take)) {
        assertThatThrownBy(receive)
            .isInstanceOf(IllegalStateException.class)
            .hasMessageContainingAll("Line.belt", "abstract Receiver<..> belt();");
      }
      assertThat(belt.stats().sent()).isZero();
      belt.awaitIdle();
      assertThat(belt.closeNow()).isEmpty();
    }
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void allThatIsSentIsHandledOnceAndInOrderAndThenAllEnd(Ends ends, int capacity) throws Exception {
    Conveyor conveyor = conveyor(ends, capacity, made -> made < 3_000, 64);
    conveyor.fabric.start();
    conveyor.awaitEnd();
    assertThat(conveyor.made()).isEqualTo(3_000L * ends.senders());
    assertThat(conveyor.ledger.received()).isEqualTo(conveyor.made());
    assertThat(conveyor.workers()).allMatch(worker -> worker.state() == Worker.State.DONE);
    assertThat(conveyor.belt().isClosed()).isTrue();
    assertThat(conveyor.consumer.handled()).isEqualTo(conveyor.made());
    assertThat(conveyor.failures).isEmpty();
    conveyor.requireAllOnce();
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void closingInOrderInTheMiddleHandlesTheRestAndRefusesWhatComesLater(Ends ends, int capacity)
      throws Exception {
    Conveyor conveyor = conveyor(ends, capacity, withoutEnd(capacity), 64);
    conveyor.fabric.start();
    Eventually.until(() -> conveyor.consumer.handled() > 100);
    conveyor.belt().close();
    conveyor.awaitEnd();
    if (capacity != ChannelSpec.UNBOUNDED) { // whose producers may have ended before
      assertThat(conveyor.failures).hasSizeBetween(ends.producers(), ends.senders());
    }
    assertThat(conveyor.belt().closeNow()).isEmpty();
    conveyor.requireAllOnce();
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void closingAtOnceInTheMiddleReturnsTheRest(Ends ends, int capacity) throws Exception {
    Conveyor conveyor = conveyor(ends, capacity, withoutEnd(capacity), 64);
    conveyor.fabric.start();
    Eventually.until(() -> conveyor.consumer.handled() > 100);
    conveyor.closeNow();
    if (capacity != ChannelSpec.UNBOUNDED) { // whose producers may have ended before
      assertThat(conveyor.failures).hasSizeBetween(ends.producers(), ends.senders());
    }
    conveyor.requireAllOnce();
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void life2_closingTheFabricHandlesAllThatWasSent(Ends ends, int capacity) throws Exception {
    Conveyor conveyor = conveyor(ends, capacity, withoutEnd(capacity), 64);
    conveyor.fabric.start();
    Eventually.until(() -> conveyor.consumer.handled() > 100);
    ShutdownReport report = conveyor.fabric.close(Duration.ofMinutes(1));
    assertThat(report.clean()).isTrue();
    assertThat(conveyor.failures).isEmpty();
    assertThat(conveyor.consumer.state()).isEqualTo(Worker.State.DONE);
    assertThat(conveyor.ledger.received()).isEqualTo(conveyor.made());
    conveyor.requireAllOnce();
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void closingTheFabricAtOnceCountsWhatWasNotDelivered(Ends ends, int capacity) throws Exception {
    Conveyor conveyor = conveyor(ends, capacity, withoutEnd(capacity), 64);
    conveyor.fabric.start();
    Eventually.until(() -> conveyor.consumer.handled() > 100);
    ShutdownReport report = conveyor.fabric.close(Duration.ZERO);
    conveyor.awaitEnd();
    if (report.stuck().isEmpty()) { // or the machine was too busy to end them in time
      conveyor.requireAllBut(report.undelivered().getOrDefault("Line.belt", 0));
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void awaitingIdleReturnsWhenAllIsDone(Ends ends) throws Exception {
    for (int capacity : new int[] {1, 64, 1000, ChannelSpec.UNBOUNDED}) {
      for (int batch : new int[] {0, 3}) {
        Form form = Form.of(capacity).inBatches(batch);
        Conveyor conveyor = new Conveyor(ends, form, made -> made < 500, 16, capacity, "");
        conveyor.fabric.start();
        for (Worker producer : conveyor.producers) {
          producer.join();
        }
        conveyor.belt().awaitIdle();
        assertThat(conveyor.ledger.received()).isEqualTo(500L * ends.senders());
        conveyor.requireAllOnce();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void messagesOfOneKeyAreHandledInOrderAndOthersSideBySide(Ends ends) throws Exception {
    for (int capacity : new int[] {1, 2, 64, 1000, ChannelSpec.UNBOUNDED}) {
      Form form = Form.of(capacity).byKey();
      Conveyor conveyor = new Conveyor(ends, form, made -> made < 3_000, 64, capacity, "");
      conveyor.fabric.start();
      conveyor.awaitEnd();
      assertThat(conveyor.ledger.received()).isEqualTo(3_000L * ends.senders());
      conveyor.requireAllOnce();
    }
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void inBatchesAllIsHandledOnceAndInOrder(Ends ends, int capacity) throws Exception {
    for (int batch : new int[] {2, 5, 100}) {
      Form form = Form.of(capacity).inBatches(batch);
      Conveyor conveyor = new Conveyor(ends, form, made -> made < 1_000, 64, capacity, "");
      conveyor.fabric.start();
      conveyor.awaitEnd();
      assertThat(conveyor.ledger.received()).isEqualTo(1_000L * ends.senders());
      conveyor.requireAllOnce();
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whatIsDroppedIsCounted(Ends ends) throws Exception {
    for (Overflow overflow : List.of(Overflow.DROP_NEW, Overflow.DROP_OLD)) {
      for (int capacity : new int[] {1, 2, 64}) {
        Conveyor conveyor = conveyor(ends, capacity, overflow, made -> made < 10_000, 256);
        conveyor.fabric.start();
        conveyor.awaitEnd();
        conveyor.requireAllBut(conveyor.belt().dropped());
        assertThat(conveyor.belt().unfinished()).isZero();
        assertThat(conveyor.fabric.close(Duration.ofMinutes(1)).clean()).isTrue();
      }
    }
  }

  @ParameterizedTest
  @MethodSource("endsAndBounds")
  void workersThatStopStartPauseAndResumeLoseNothing(Ends ends, int capacity) throws Exception {
    Conveyor conveyor = conveyor(ends, capacity, withoutEnd(capacity), 64);
    conveyor.fabric.start();
    for (int round = 0; round < 10; round++) {
      for (Worker worker : conveyor.workers()) {
        long before = conveyor.consumer.handled();
        worker.pause();
        worker.resume();
        worker.stop();
        worker.join();
        assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
        worker.start();
        Eventually.until(() -> conveyor.consumer.handled() > before);
      }
    }
    conveyor.fabric.close();
    conveyor.requireAllOnce();
  }

  @ParameterizedTest
  @MethodSource("endsAndCapacities")
  void aPausedConsumerHoldsItsSendersBackAndBoundedMeansBounded(Ends ends, int capacity)
      throws Exception {
    long most = capacity == ChannelSpec.UNBOUNDED ? 20_000 : 1_000_000;
    Conveyor conveyor = conveyor(ends, capacity, made -> made < most, 1024);
    conveyor.fabric.start();
    Eventually.until(() -> conveyor.consumer.handled() > 10);
    conveyor.consumer.pause();
    if (capacity == ChannelSpec.UNBOUNDED) {
      for (Worker producer : conveyor.producers) {
        producer.join();
      }
    } else {
      Eventually.until(() -> conveyor.belt().depth() == capacity);
      Eventually.letPass(Duration.ofMillis(20));
      assertThat(conveyor.belt().depth()).isEqualTo(capacity);
    }
    long handled = conveyor.consumer.handled();
    conveyor.consumer.resume();
    Eventually.until(() ->
        conveyor.consumer.handled() > handled || conveyor.consumer.state() == Worker.State.DONE);
    conveyor.fabric.close();
    conveyor.requireAllOnce();
  }

  @ParameterizedTest
  @MethodSource("ends")
  void consumersThatAreStuckKeepNothingFromTheOthers(Ends ends) throws Exception {
    for (int capacity : new int[] {0, 1, 2, 64, 1000, ChannelSpec.UNBOUNDED}) {
      try (Fabric fabric = Fabric.create()) {
        CountDownLatch release = new CountDownLatch(1);
        AtomicInteger made = new AtomicInteger();
        AtomicInteger begun = new AtomicInteger();
        AtomicInteger handled = new AtomicInteger();
        Weaving weaving = Weaving.of(fabric, 1, "Line", new Object());
        Channel<Integer> belt = weaving
            .<Integer>channel("belt")
            .capacity(capacity)
            .sentBy("any", ends.senders())
            .receivedBy("any", 4)
            .make();
        for (int i = 0; i < ends.senders(); i++) {
          weaving
              .producer("make" + i)
              .pulls(
                  () -> {
                    int number = made.incrementAndGet();
                    return number <= 500 ? number : null;
                  },
                  belt);
        }
        weaving.consumer("take", belt).concurrency(4).runs(message -> {
          if (begun.incrementAndGet() <= 3) {
            release.await();
          }
          handled.incrementAndGet();
        });
        weaving.register();
        fabric.start();
        Eventually.until(() -> handled.get() == 497);
        release.countDown();
        belt.awaitIdle();
        assertThat(handled).hasValue(500);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("ends")
  void whatIsSentWhileAllAreIdleIsTaken(Ends ends) throws Exception {
    for (int capacity : new int[] {0, 1, 2, 1024, ChannelSpec.UNBOUNDED}) {
      int messages = ends.senders() == 1 && capacity == 1024 ? 10_000 : 1_000;
      List<String> late = new ArrayList<>();
      try (Fabric fabric = Fabric.create()) {
        Semaphore handled = new Semaphore(1);
        AtomicInteger made = new AtomicInteger();
        Unrest unrest = new Unrest(capacity, 1); // of whoever has the permit
        Weaving weaving = Weaving.of(fabric, 1, "Line", new Object());
        Channel<Integer> belt = weaving
            .<Integer>channel("belt")
            .capacity(capacity)
            .sentBy("any", ends.senders())
            .receivedBy("any", ends.receivers())
            .make();
        List<Worker> producers = new ArrayList<>();
        for (int i = 0; i < ends.senders(); i++) {
          producers.add(weaving
              .producer("make" + i)
              .pulls(
                  () -> {
                    if (!handled.tryAcquire(30, TimeUnit.SECONDS)) {
                      late.add("capacity " + capacity + " after " + made);
                      return null;
                    }
                    unrest.pause();
                    int number = made.incrementAndGet();
                    if (number <= messages) {
                      return number;
                    }
                    handled.release(); // for the other producer to end
                    return null;
                  },
                  belt));
        }
        weaving
            .consumer("take", belt)
            .concurrency(ends.receivers())
            .runs(message -> handled.release());
        weaving.register();
        fabric.start();
        for (Worker producer : producers) {
          producer.join();
        }
      }
      assertThat(late).isEmpty();
    }
  }

  /** Does something once, in the middle of sending a message whose waiting time is measured. */
  private static final class Interposed extends ManualSeam {
    private final AtomicReference<Runnable> once = new AtomicReference<>();

    @Override
    public long nanos() {
      Runnable present = once.getAndSet(null);
      if (present != null) {
        present.run();
      }
      return super.nanos();
    }

    @Override
    public long glance() {
      return 100_000;
    }
  }

  @Test
  void closeNowReturnsAllBeforeAMessageThatIsJustOnItsWayIn() throws Exception {
    Interposed seam = new Interposed();
    Fabric fabric = FabricCore.on(seam, Fabric.builder());
    Weaving weaving = Weaving.of(fabric, 1, "Line", this);
    Channel<Integer> belt = weaving
        .<Integer>channel("belt")
        .capacity(4096)
        .sentBy("any")
        .receivedBy("any")
        .make();
    Inlet<Integer> inlet = ChannelCore.of(belt).inlet();
    CompletableFuture<List<Integer>> rest = new CompletableFuture<>();
    for (int i = 0; i < 512; i++) {
      inlet.send(i);
    }
    seam.once.set(() -> {
      Side.run(() -> rest.complete(belt.closeNow()));
      Eventually.until(belt::isClosed); // and now it waits for a glance
    });
    int sent = 512;
    while (!belt.isClosed()) {
      inlet.send(sent++);
    }
    Eventually.until(() -> {
      seam.pass(Duration.ofSeconds(1));
      return rest.isDone();
    });
    assertThat(rest.get())
        .containsExactlyElementsOf(IntStream.range(0, sent).boxed().toList());
  }

  @Test
  void theLastTakerMayRetireWhileOneLooksAtWhatIsDone() throws Exception {
    try (Fabric fabric = Fabric.create()) {
      Channel<Integer> belt = Weaving.of(fabric, 1, "Line", this)
          .<Integer>channel("belt")
          .sentBy("any")
          .receivedBy("any")
          .make();
      ChannelCore<Integer> core = ChannelCore.of(belt);
      Side<Void> takers = Side.run(() -> {
        Inlet<Integer> inlet = core.inlet();
        for (int i = 0; i < 20_000; i++) {
          Intake<Integer> taker = core.intake(() -> false);
          inlet.send(i);
          taker.done(taker.take());
          taker.retire();
        }
      });
      long most = 0;
      long forgotten = 0;
      while (!takers.isOver()) {
        long now = core.done();
        forgotten = Math.max(forgotten, most - now);
        most = Math.max(most, now);
      }
      takers.result();
      assertThat(forgotten).isZero();
      assertThat(most).isLessThanOrEqualTo(20_000);
      assertThat(belt.unfinished()).isZero();
    }
  }
}
