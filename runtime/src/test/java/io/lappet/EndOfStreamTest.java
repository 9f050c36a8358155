package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A channel whose senders are all declared ends with the last of them, and so on downstream. */
@Timeout(60)
class EndOfStreamTest {
  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();
  private final Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private <T> Channel<T> channel(String name) {
    return weaving.<T>channel(name).make();
  }

  /** Numbers from 1 to {@code last}, then null. */
  private static Callable<Integer> upTo(int last) {
    AtomicInteger next = new AtomicInteger();
    return () -> {
      int number = next.incrementAndGet();
      return number > last ? null : number;
    };
  }

  private void awaitDone(Worker... workers) throws InterruptedException {
    for (Worker worker : workers) {
      assertThat(worker.join(Eventually.PATIENCE)).as("%s has ended", worker).isTrue();
      assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    }
    assertThat(recorder.failures).isEmpty();
  }

  /** Numbers are read, squared and added up, as the processor would weave it. */
  private static class Squares implements AutoCloseable {
    final AtomicInteger sum = new AtomicInteger();
    final AtomicInteger closed = new AtomicInteger();
    private final Callable<Integer> numbers;

    Squares(int last) {
      numbers = upTo(last);
    }

    Integer read() throws Exception {
      return numbers.call();
    }

    Integer square(Integer number) {
      return number * number;
    }

    void add(Integer square) {
      sum.addAndGet(square);
    }

    @Override
    public void close() {
      closed.incrementAndGet();
    }
  }

  private static class WovenSquares extends Squares {
    private final Weaving weaving;
    final Worker readWorker;
    final Worker squareWorker;
    final Worker addWorker;

    WovenSquares(Fabric fabric, int last, int capacity, int concurrency) {
      super(last);
      weaving = Weaving.of(fabric, 1, "Squares", this);
      Channel<Integer> numbers =
          weaving.<Integer>channel("numbers").capacity(capacity).make();
      Channel<Integer> squares =
          weaving.<Integer>channel("squares").capacity(capacity).make();
      readWorker = weaving.producer("read").pulls(this::read, numbers);
      squareWorker =
          weaving.consumer("square", numbers).concurrency(concurrency).maps(this::square, squares);
      addWorker = weaving.consumer("add", squares).concurrency(concurrency).runs(this::add);
      weaving.register();
    }

    @Override
    public void close() {
      if (weaving.closeOnce()) {
        super.close();
      }
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 1, 256})
  void aFinitePipelineEndsByItself(int capacity) throws Exception {
    WovenSquares squares = fabric.start(new WovenSquares(fabric, 100, capacity, 1));
    awaitDone(squares.readWorker, squares.squareWorker, squares.addWorker);
    assertThat(squares.sum).hasValue(338_350);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
    assertThat(fabric.channels()).allMatch(ChannelView::isClosed);
    assertThat(fabric.threads()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 2, 256})
  void soDoesOneWithSeveralThreadsAtEachStage(int capacity) throws Exception {
    WovenSquares squares = fabric.start(new WovenSquares(fabric, 100, capacity, 4));
    awaitDone(squares.readWorker, squares.squareWorker, squares.addWorker);
    assertThat(squares.sum).hasValue(338_350);
  }

  @Test
  void runningAFinitePipelineReturnsAndClosesItsComponents() throws Exception {
    WovenSquares[] squares = new WovenSquares[1];
    Fabric.run(fabric, f -> squares[0] = new WovenSquares(f, 100, 4, 2));
    assertThat(squares[0].sum).hasValue(338_350);
    assertThat(squares[0].closed).hasValue(1);
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void runWaitsForTasks() throws Exception {
    AtomicInteger done = new AtomicInteger();
    Fabric.run(
        fabric,
        f -> f.submit("late", () -> {
          f.sleep(Duration.ofMillis(100));
          return done.incrementAndGet();
        }));
    assertThat(done).hasValue(1);
  }

  @Test
  void anAppThatThrowsClosesTheFabricAndReachesTheCaller() {
    RuntimeException failure = new RuntimeException("app");
    CountDownLatch entered = new CountDownLatch(1);
    assertThatThrownBy(() -> Fabric.run(fabric, f -> {
          weaving.daemon("drive").runs(() -> {
            entered.countDown();
            Eventually.forEver();
          });
          start();
          throw failure;
        }))
        .isSameAs(failure);
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    Eventually.until(() -> fabric.threads().isEmpty()); // a daemon is hardly waited for
  }

  @Test
  void anInterruptedRunClosesTheFabric() {
    weaving.timer("tick").every(Duration.ofMillis(5)).runs(() -> {});
    weaving.register();
    Side<Void> running = Side.run(() -> Fabric.run(fabric, f -> f));
    Eventually.until(() -> fabric.state() == Fabric.State.RUNNING);
    running.parked().interrupt();
    assertThat(running.failure()).isInstanceOf(InterruptedException.class);
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void runEndsWhenSomebodyClosesTheFabric() throws Exception {
    weaving.timer("tick").every(Duration.ofMillis(5)).runs(() -> {});
    weaving.register();
    Side<Void> running = Side.run(() -> Fabric.run(fabric, f -> f)).blocked();
    fabric.close();
    running.result();
  }

  @Test
  void runGoesOnWhileATimerLivesUnlessThatIsADaemon() throws Exception {
    AtomicInteger ticks = new AtomicInteger();
    weaving.timer("progress").every(Duration.ofMillis(1)).daemon().runs(ticks::incrementAndGet);
    Channel<Integer> numbers = channel("numbers");
    weaving.producer("read").pulls(upTo(10), numbers);
    weaving.consumer("take", numbers).runs(number -> fabric.sleep(Duration.ofMillis(2)));
    weaving.register();
    Fabric.run(fabric, f -> f);
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void aPushProducerThatReturnsEndsItsChannel() throws Exception {
    Channel<Integer> numbers = channel("numbers");
    List<Integer> taken = new CopyOnWriteArrayList<>();
    Worker push = weaving
        .producer("push")
        .pushes(
            out -> {
              for (int i = 0; i < 10; i++) {
                out.send(i);
              }
            },
            numbers);
    Worker take = weaving.consumer("take", numbers).runs(taken::add);
    start();
    awaitDone(push, take);
    assertThat(taken).containsExactly(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  @Test
  void aChannelEndsOnlyWithTheLastOfItsSenders() throws Exception {
    Channel<Integer> numbers = channel("numbers");
    CountDownLatch leave = new CountDownLatch(1);
    List<Integer> taken = new CopyOnWriteArrayList<>();
    Worker first = weaving.producer("first").pulls(upTo(3), numbers);
    Worker second = weaving
        .producer("second")
        .pulls(
            () -> {
              leave.await();
              return null;
            },
            numbers);
    Worker take = weaving.consumer("take", numbers).runs(taken::add);
    start();
    first.join();
    assertThat(take.join(Duration.ofMillis(100))).isFalse();
    assertThat(numbers.isClosed()).isFalse();
    leave.countDown();
    awaitDone(first, second, take);
    assertThat(taken).containsExactly(1, 2, 3);
  }

  @Test
  void aChannelThatIsSentToByHandDoesNotEnd() throws Exception {
    Channel<Integer> numbers = weaving.<Integer>channel("numbers").sentByHand().make();
    Worker read = weaving.producer("read").pulls(upTo(3), numbers);
    Worker take = weaving.consumer("take", numbers).runs(number -> {});
    start();
    read.join();
    assertThat(take.join(Duration.ofMillis(100))).isFalse();
    numbers.send(4);
    numbers.close();
    awaitDone(read, take);
  }

  @Test
  void aRestartingSenderHasNotEnded() throws Exception {
    Channel<Integer> numbers = channel("numbers");
    Worker read = weaving
        .producer("read")
        .backoff(Duration.ofHours(1))
        .pulls(
            () -> {
              throw new IllegalStateException("no connection");
            },
            numbers);
    Worker take = weaving.consumer("take", numbers).runs(number -> {});
    start();
    Eventually.until(() -> read.state() == Worker.State.BACKING_OFF);
    assertThat(take.join(Duration.ofMillis(100))).isFalse();
    assertThat(numbers.isClosed()).isFalse();
  }

  @Test
  void aStoppedSenderHasNotEnded() throws Exception {
    Channel<Integer> numbers = channel("numbers");
    Worker read = weaving
        .producer("read")
        .pulls(
            () -> {
              Eventually.forEver();
              return 1;
            },
            numbers);
    Worker take = weaving.consumer("take", numbers).runs(number -> {});
    start();
    read.stop();
    read.join();
    assertThat(take.join(Duration.ofMillis(100))).isFalse();
    assertThat(numbers.isClosed()).isFalse();
  }

  @Test
  void aSenderThatHasFailedHasEnded() throws Exception {
    Channel<Integer> numbers = channel("numbers");
    List<Integer> taken = new CopyOnWriteArrayList<>();
    AtomicInteger calls = new AtomicInteger();
    Worker read = weaving
        .producer("read")
        .then(Then.STOP)
        .pulls(
            () -> {
              if (calls.incrementAndGet() > 3) {
                throw new IllegalStateException("read");
              }
              return calls.get();
            },
            numbers);
    Worker take = weaving.consumer("take", numbers).runs(taken::add);
    start();
    assertThat(take.join(Eventually.PATIENCE)).isTrue();
    assertThat(read.state()).isEqualTo(Worker.State.FAILED);
    assertThat(take.state()).isEqualTo(Worker.State.DONE);
    assertThat(taken).containsExactly(1, 2, 3);
  }

  @Test
  void deadLettersEndWithTheConsumerThatSendsThem() throws Exception {
    Channel<Integer> numbers = channel("numbers");
    Channel<DeadLetter<Integer>> dead = channel("dead");
    AtomicInteger buried = new AtomicInteger();
    Worker read = weaving.producer("read").pulls(upTo(10), numbers);
    Worker parse = weaving.consumer("parse", numbers).deadLetter(dead).runs(number -> {
      if (number % 2 == 0) {
        throw new IllegalArgumentException("even");
      }
    });
    Worker bury = weaving.consumer("bury", dead).runs(letter -> buried.incrementAndGet());
    start();
    awaitDone(read, parse, bury);
    assertThat(buried).hasValue(5);
  }

  // ---- Circles

  /** Each number is tried {@code tries} times by way of a retry channel before it is let through. */
  private void circle(int numbers, int tries, int concurrency) throws Exception {
    Channel<Integer> work = channel("work");
    Channel<Integer> retry = channel("retry");
    Set<Integer> through = ConcurrentHashMap.newKeySet();
    ConcurrentHashMap<Integer, Integer> tried = new ConcurrentHashMap<>();
    Worker read = weaving.producer("read").pulls(upTo(numbers), work);
    Worker handle = weaving
        .consumer("handle", work)
        .concurrency(concurrency)
        .maps(
            number -> {
              if (tried.merge(number, 1, Integer::sum) < tries) {
                return number;
              }
              through.add(number);
              return null;
            },
            retry);
    Worker again =
        weaving.consumer("again", retry).concurrency(concurrency).maps(number -> number, work);
    start();
    awaitDone(read, handle, again);
    assertThat(through).hasSize(numbers);
    assertThat(fabric.channels()).allMatch(channel -> channel.unfinished() == 0);
  }

  @Test
  void aCircleWithARetryChannelEnds() throws Exception {
    circle(100, 3, 1);
  }

  @Test
  void aCircleWithSeveralThreadsEnds() throws Exception {
    circle(100, 5, 4);
  }

  @Test
  void aCircleThatNothingCameIntoEnds() throws Exception {
    circle(0, 3, 2);
  }

  @Test
  void aChannelThatItsOwnConsumerSendsToEnds() throws Exception {
    Channel<Integer> work = channel("work");
    AtomicInteger calls = new AtomicInteger();
    Worker read = weaving.producer("read").pulls(upTo(10), work);
    Worker handle = weaving
        .consumer("handle", work)
        .concurrency(2)
        .maps(
            number -> {
              calls.incrementAndGet();
              return number > 1 ? number - 1 : null;
            },
            work);
    start();
    awaitDone(read, handle);
    assertThat(calls).hasValue(55);
  }

  @Test
  void whatFollowsACircleEndsAfterIt() throws Exception {
    Channel<Integer> work = channel("work");
    Channel<Integer> results = channel("results");
    Channel<DeadLetter<Integer>> retry = channel("retry");
    ConcurrentHashMap<Integer, Integer> tried = new ConcurrentHashMap<>();
    Set<Integer> taken = ConcurrentHashMap.newKeySet();
    Worker read = weaving.producer("read").pulls(upTo(50), work);
    Worker handle = weaving
        .consumer("handle", work)
        .concurrency(3)
        .deadLetter(retry)
        .maps(
            number -> {
              if (tried.merge(number, 1, Integer::sum) == 1) {
                throw new IllegalArgumentException("first try");
              }
              return number;
            },
            results);
    Worker again = weaving.consumer("again", retry).maps(DeadLetter::message, work);
    Worker take = weaving.consumer("take", results).runs(taken::add);
    start();
    awaitDone(read, handle, again, take);
    assertThat(taken).hasSize(50);
  }

  // ---- The other end

  @Test
  void aProducerLearnsThatTheLastConsumerHasFailed() throws Exception {
    Channel<Integer> numbers = weaving.<Integer>channel("numbers").capacity(1).make();
    AtomicInteger next = new AtomicInteger();
    Worker read = weaving.producer("read").pulls(next::incrementAndGet, numbers);
    Worker take = weaving
        .consumer("take", numbers)
        .concurrency(2)
        .then(Then.STOP)
        .runs(number -> {
          throw new IllegalStateException("disk full");
        });
    start();
    assertThat(take.join(Eventually.PATIENCE)).isTrue();
    assertThat(read.join(Eventually.PATIENCE)).isTrue();
    assertThat(take.state()).isEqualTo(Worker.State.FAILED);
    assertThat(read.state()).isEqualTo(Worker.State.FAILED);
    assertThat(read.lastFailure().orElseThrow()).isInstanceOf(ChannelClosedException.class);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void aProducerGoesOnWhileAnotherConsumerIsLeft() throws Exception {
    Channel<Integer> numbers = weaving.<Integer>channel("numbers").capacity(1).make();
    AtomicInteger taken = new AtomicInteger();
    Worker read = weaving.producer("read").pulls(upTo(100), numbers);
    Worker bad = weaving.consumer("bad", numbers).then(Then.STOP).runs(number -> {
      throw new IllegalStateException("bad");
    });
    Worker good = weaving.consumer("good", numbers).runs(number -> taken.incrementAndGet());
    start();
    assertThat(read.join(Eventually.PATIENCE)).isTrue();
    assertThat(good.join(Eventually.PATIENCE)).isTrue();
    assertThat(bad.join(Eventually.PATIENCE)).isTrue();
    assertThat(read.state()).isEqualTo(Worker.State.DONE);
    assertThat(taken.get()).isBetween(99, 100);
  }

  @Test
  void aChannelThatIsReceivedByHandStaysOpenWhenItsConsumerHasFailed() throws Exception {
    Channel<Integer> numbers =
        weaving.<Integer>channel("numbers").sentByHand().receivedByHand().make();
    Worker take = weaving.consumer("take", numbers).then(Then.STOP).runs(number -> {
      throw new IllegalStateException("take");
    });
    start();
    numbers.send(1);
    take.join();
    numbers.send(2);
    assertThat(numbers.receive()).isEqualTo(2);
  }
}
