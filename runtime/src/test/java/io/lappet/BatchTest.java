package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.OnError.Then;
import io.lappet.gen.ConsumerMaker;
import io.lappet.gen.Weaving;
import io.lappet.internal.fabric.FabricCore;
import java.time.Duration;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Consumers that get several messages at once. */
@Timeout(60)
class BatchTest {
  private static final Duration LINGER = Duration.ofSeconds(5);

  private final Recorder recorder = new Recorder();
  private final ManualSeam seam = new ManualSeam();
  private final Fabric fabric = FabricCore.on(seam, Fabric.builder().listener(recorder));
  private final Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());
  private final List<List<Integer>> batches = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private Channel<Integer> in() {
    return in(ChannelSpec.DEFAULT_CAPACITY);
  }

  private Channel<Integer> in(int capacity) {
    return weaving.<Integer>channel("in").capacity(capacity).sentByHand().make();
  }

  private ConsumerMaker<Integer> take(Channel<Integer> in, int batch) {
    return weaving.consumer("take", in).batch(batch);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private static void sendAll(Sender<Integer> sender, int... messages) throws InterruptedException {
    for (int message : messages) {
      sender.send(message);
    }
  }

  /** Waits until the consumer of {@code in} has taken everything that was sent. */
  private static void taken(Channel<Integer> in) {
    Eventually.until(() -> in.depth() == 0);
  }

  /** Waits until the consumer of {@code in} has taken everything and waits for more. */
  private void lingers(Channel<Integer> in) {
    Eventually.until(() ->
        in.depth() == 0 && LockSupport.getBlocker(fabric.threads().get(0)) instanceof Condition);
  }

  /** Waits until everything is taken and all threads of the consumer wait. */
  private void allWait(Channel<Integer> in, int threads) {
    Eventually.until(() -> in.depth() == 0
        && fabric.threads().size() == threads
        && fabric.threads().stream()
            .allMatch(thread -> LockSupport.getBlocker(thread) instanceof Condition));
  }

  // ---- What a batch is

  @Test
  void whatAFullBatchLeavesIsTakenByTheNextThatLingers() throws Exception {
    Channel<Integer> in = in();
    CountDownLatch all = new CountDownLatch(3);
    take(in, 2).concurrency(3).linger(LINGER).runsBatch(batch -> {
      batches.add(batch);
      all.countDown();
      all.await(); // nobody is there for a second one
    });
    start();
    allWait(in, 3);
    for (int first = 0; first < 3; first++) {
      in.send(first); // to the one who has waited longest
      allWait(in, 3);
    }
    sendAll(in, 3, 4, 5); // two may come before the first who is woken is up
    Eventually.until(() -> batches.size() == 3);
    assertThat(batches).allMatch(batch -> batch.size() == 2);
  }

  @Test
  void aBatchIsWhatIsThereInOrder() throws Exception {
    Channel<Integer> in = in();
    take(in, 3).runsBatch(batches::add);
    sendAll(in, 1, 2, 3, 4, 5, 6, 7);
    start();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2, 3), List.of(4, 5, 6), List.of(7));
  }

  @Test
  void withoutLingerABatchIsNotPutOff() throws Exception {
    Channel<Integer> in = in();
    take(in, 100).runsBatch(batches::add);
    start();
    in.send(1);
    in.awaitIdle();
    in.send(2);
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void aBatchOfOneIsAListOfOne() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).runsBatch(batches::add);
    sendAll(in, 1, 2);
    start();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1), List.of(2));
  }

  @Test
  void aBatchThatIsEmptyIsRefused() {
    Channel<Integer> in = in();
    assertThatThrownBy(() -> take(in, 0)).isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theListBelongsToTheMethod() throws Exception {
    Channel<Integer> in = in();
    take(in, 2).runsBatch(batch -> {
      batches.add(batch);
      batch.add(-1);
    });
    sendAll(in, 1, 2, 3, 4);
    start();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2, -1), List.of(3, 4, -1));
  }

  @Test
  void oneResultPerBatchIsSent() throws Exception {
    Channel<Integer> in = in();
    Channel<Integer> sums = weaving.<Integer>channel("sums").receivedByHand().make();
    take(in, 4).mapsBatch(batch -> batch.size() == 4 ? sum(batch) : null, sums);
    sendAll(in, IntStream.rangeClosed(1, 10).toArray());
    start();
    in.awaitIdle();
    assertThat(sums.receive()).isEqualTo(10);
    assertThat(sums.receive()).isEqualTo(26);
    assertThat(sums.tryReceive()).as("null sends nothing").isEmpty();
  }

  private static int sum(List<Integer> batch) {
    return batch.stream().mapToInt(Integer::intValue).sum();
  }

  @Test
  void aBatchIsDoneAsOne() throws Exception {
    Channel<Integer> in = in();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Worker worker = take(in, 3).runsBatch(batch -> {
      entered.countDown();
      leave.await();
    });
    sendAll(in, 1, 2, 3);
    start();
    Eventually.passes(entered);
    assertThat(in.depth()).isZero();
    assertThat(in.unfinished()).isEqualTo(3);
    leave.countDown();
    in.awaitIdle();
    assertThat(worker.handled()).isEqualTo(1);
  }

  @Test
  void everyMessageIsInOneBatch() throws Exception {
    Channel<Integer> in = in(16);
    take(in, 5).concurrency(3).linger(LINGER).runsBatch(batches::add);
    start();
    for (int i = 0; i < 5000; i++) {
      in.send(i);
    }
    in.close();
    in.awaitIdle();
    assertThat(batches).allMatch(batch -> batch.size() <= 5);
    assertThat(batches.stream().flatMap(List::stream))
        .containsExactlyInAnyOrderElementsOf(IntStream.range(0, 5000).boxed().toList());
  }

  // ---- Linger

  @Test
  void aBatchLingersForMoreCountedFromItsFirstMessage() throws Exception {
    Channel<Integer> in = in();
    take(in, 10).linger(LINGER).runsBatch(batches::add);
    start();
    in.send(1);
    lingers(in);
    seam.pass(Duration.ofSeconds(3));
    in.send(2);
    lingers(in);
    assertThat(batches).isEmpty();
    seam.pass(Duration.ofSeconds(2));
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2));
  }

  @Test
  void aFullBatchDoesNotLinger() throws Exception {
    Channel<Integer> in = in();
    take(in, 2).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2);
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2));
  }

  @Test
  void aBatchMayBeLargerThanItsChannel() throws Exception {
    Channel<Integer> in = in(1);
    take(in, 4).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2, 3, 4);
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2, 3, 4));
  }

  @Test
  void aBatchIsMadeOfWhatIsHandedOver() throws Exception {
    Channel<Integer> in = in(0);
    take(in, 3).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2, 3);
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2, 3));
  }

  @Test
  void aClosedChannelHandsOverTheBatchThatLingers() throws Exception {
    Channel<Integer> in = in();
    Worker worker = take(in, 10).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2);
    taken(in);
    in.close();
    in.awaitIdle();
    worker.join();
    assertThat(batches).containsExactly(List.of(1, 2));
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
  }

  @Test
  void aPipelineThatEndsByItselfDoesNotLinger() throws Exception {
    Channel<Integer> numbers = weaving.<Integer>channel("numbers").make();
    Iterator<Integer> source = List.of(1, 2, 3).iterator();
    weaving.producer("read").pulls(() -> source.hasNext() ? source.next() : null, numbers);
    Worker worker = take(numbers, 10).linger(LINGER).runsBatch(batches::add);
    start();
    worker.join();
    assertThat(batches.stream().flatMap(List::stream)).containsExactly(1, 2, 3);
  }

  @Test
  void aPausedConsumerDoesNotLinger() throws Exception {
    Channel<Integer> in = in();
    Worker worker = take(in, 10).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2);
    taken(in);
    worker.pause();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2));
    in.send(3);
    assertThat(in.depth()).isEqualTo(1);
    worker.resume();
    lingers(in);
    seam.pass(LINGER);
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2), List.of(3));
  }

  @Test
  void aStoppedConsumerHandlesWhatItHasInHand() throws Exception {
    Channel<Integer> in = in();
    Worker worker = take(in, 10).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2);
    taken(in);
    worker.stop();
    worker.join();
    assertThat(batches).containsExactly(List.of(1, 2));
    assertThat(in.unfinished()).isZero();
  }

  @Test
  void aFabricThatClosesDoesNotLinger() throws Exception {
    Channel<Integer> in = in();
    take(in, 10).linger(LINGER).runsBatch(batches::add);
    start();
    sendAll(in, 1, 2);
    taken(in);
    ShutdownReport report = fabric.close(Duration.ofSeconds(1)); // the clock stands still
    assertThat(report.clean()).isTrue();
    assertThat(batches).containsExactly(List.of(1, 2));
  }

  // ---- Failures

  @Test
  void aBatchThatFailsIsReportedOnceAndTheNextFollows() throws Exception {
    Channel<Integer> in = in();
    Worker worker = take(in, 2).runsBatch(batch -> {
      if (batch.contains(1)) {
        throw new IllegalStateException("one");
      }
      batches.add(batch);
    });
    sendAll(in, 1, 2, 3, 4);
    start();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(3, 4));
    assertThat(recorder.failures).hasSize(1);
    assertThat(worker.failures()).isEqualTo(1);
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void aRetryRepeatsTheWholeBatchWhateverTheMethodDidToItsList() throws Exception {
    Channel<Integer> in = in();
    AtomicInteger attempts = new AtomicInteger();
    take(in, 3).retries(2).backoff(Duration.ZERO).runsBatch(batch -> {
      batches.add(List.copyOf(batch));
      batch.clear();
      if (attempts.incrementAndGet() < 3) {
        throw new IllegalStateException("try again");
      }
    });
    sendAll(in, 1, 2, 3);
    start();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(1, 2, 3), List.of(1, 2, 3), List.of(1, 2, 3));
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aBatchThatFailsSendsOneDeadLetterPerMessage() throws Exception {
    Channel<Integer> in = in();
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").receivedByHand().make();
    IllegalStateException bad = new IllegalStateException("bad");
    take(in, 3).retries(1).backoff(Duration.ZERO).deadLetter(dead).runsBatch(batch -> {
      batch.clear();
      throw bad;
    });
    sendAll(in, 1, 2, 3);
    start();
    in.awaitIdle();
    for (int message = 1; message <= 3; message++) {
      assertThat(dead.receive()).isEqualTo(new DeadLetter<>(message, bad, 2, "Pipeline.take"));
    }
    assertThat(dead.tryReceive()).isEmpty();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aBatchThatFailsMayStopItsConsumer() throws Exception {
    Channel<Integer> in = in();
    Worker worker = take(in, 2).then(Then.STOP).runsBatch(batch -> {
      throw new IllegalStateException("stop");
    });
    sendAll(in, 1, 2, 3);
    start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.FAILED);
    assertThat(in.unfinished()).as("what it never took").isEqualTo(1);
  }

  // ---- The end of the grace

  @ParameterizedTest
  @ValueSource(ints = {1, 3, 10})
  void whatABatchHasInHandAtTheEndOfTheGraceIsUndelivered(int batch) throws Exception {
    Channel<Integer> in = in();
    CountDownLatch entered = new CountDownLatch(1);
    take(in, batch).runsBatch(messages -> {
      entered.countDown();
      Eventually.forEver();
    });
    sendAll(in, 1, 2, 3, 4, 5);
    start();
    Eventually.passes(entered);
    ShutdownReport report = fabric.close(Duration.ZERO);
    assertThat(report.undelivered()).isEqualTo(Map.of("Pipeline.in", 5));
    assertThat(report.clean()).isFalse();
  }

  @Test
  void whatIsDoneAtTheEndOfTheGraceIsNotUndelivered() throws Exception {
    Channel<Integer> in = in();
    CountDownLatch entered = new CountDownLatch(2);
    take(in, 2).runsBatch(messages -> {
      entered.countDown();
      if (entered.getCount() == 0) {
        Eventually.forEver();
      }
    });
    sendAll(in, 1, 2, 3, 4, 5);
    start();
    Eventually.passes(entered);
    assertThat(fabric.close(Duration.ZERO).undelivered()).isEqualTo(Map.of("Pipeline.in", 3));
  }

  @Test
  void aBatchThatClosesItsFabricIsNotWaitedFor() throws Exception {
    Channel<Integer> in = in();
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    CountDownLatch closed = new CountDownLatch(1);
    take(in, 3).runsBatch(messages -> {
      report.set(fabric.close(Duration.ofSeconds(20)));
      closed.countDown();
    });
    sendAll(in, 1, 2, 3);
    start();
    Eventually.passes(closed);
    assertThat(report.get().clean()).isTrue();
    assertThat(report.get().undelivered()).isEmpty();
    in.awaitIdle();
  }

  @Test
  void theOrderOfTheChannelIsThatOfTheBatch() throws Exception {
    Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().lifo().make();
    take(in, 3).runsBatch(batches::add);
    sendAll(in, 1, 2, 3, 4);
    start();
    in.awaitIdle();
    assertThat(batches).containsExactly(List.of(4, 3, 2), List.of(1));
  }
}
