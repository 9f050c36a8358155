package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.ThreadKind;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** The running side of activations: their life, and what follows a failure. */
@Timeout(60)
class WorkerTest {
  private static final Duration TINY = Duration.ofMillis(1);

  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();
  private final Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());
  private final List<Integer> handled = new CopyOnWriteArrayList<>();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private Channel<Integer> in() {
    return weaving.<Integer>channel("in").sentByHand().make();
  }

  private Channel<Integer> out() {
    return weaving.<Integer>channel("out").receivedByHand().make();
  }

  private static void sendAll(Sender<Integer> sender, int... messages) throws InterruptedException {
    for (int message : messages) {
      sender.send(message);
    }
  }

  private static RuntimeException failure(Object of) {
    return new IllegalArgumentException("failure of " + of);
  }

  // ---- Life (THR.1, THR.2, THR.3)

  @Test
  void thr1_aDaemonIsAliveFromTheStartToItsEnd() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Worker worker = weaving.daemon("drive").runs(() -> {
      entered.countDown();
      leave.await();
    });
    weaving.register();
    assertThat(worker.isAlive()).isFalse();
    assertThat(worker.state()).isEqualTo(Worker.State.NEW);
    fabric.start();
    Eventually.passes(entered);
    assertThat(worker.isAlive()).isTrue();
    assertThat(worker.isDaemon()).isTrue();
    assertThat(worker.state()).isEqualTo(Worker.State.RUNNING);
    assertThat(worker.threads()).hasSize(1).isEqualTo(fabric.threads());
    assertThat(worker.threads().get(0).isDaemon()).isTrue();
    leave.countDown();
    worker.join();
    assertThat(worker.isAlive()).isFalse();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(worker.handled()).isEqualTo(1);
    assertThat(worker.threads()).isEmpty();
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void thr2_aWorkerStartsOnce() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    CountDownLatch leave = new CountDownLatch(1);
    Worker worker = weaving.daemon("drive").runs(() -> {
      runs.incrementAndGet();
      leave.await();
    });
    assertThatThrownBy(worker::start).isInstanceOf(IllegalThreadStateException.class);
    start();
    Eventually.until(() -> runs.get() == 1);
    assertThatThrownBy(worker::start)
        .isInstanceOf(IllegalThreadStateException.class)
        .hasMessageContaining("Pipeline.drive");
    fabric.start();
    leave.countDown();
    worker.join();
    assertThatThrownBy(worker::start).isInstanceOf(IllegalThreadStateException.class);
    fabric.start();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(runs).hasValue(1);
  }

  @Test
  void aWorkerThatWasNeverStartedCannotBeJoined() {
    Worker worker = weaving.daemon("drive").runs(() -> {});
    assertThatThrownBy(worker::join).isInstanceOf(IllegalThreadStateException.class);
    assertThatThrownBy(() -> worker.join(TINY)).isInstanceOf(IllegalThreadStateException.class);
  }

  @Test
  void aWorkerCannotWaitForItsOwnEnd() throws Exception {
    Worker worker =
        weaving.daemon("drive").then(Then.STOP).runsWith(self -> self.join(Duration.ofSeconds(20)));
    start();
    worker.join();
    assertThat(worker.lastFailure().orElseThrow()).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aTimedJoinSaysWhetherTheWorkerHasEnded() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Worker worker = weaving.daemon("drive").runs(() -> leave.await());
    start();
    assertThat(worker.join(Duration.ZERO)).isFalse();
    assertThat(worker.join(Duration.ofSeconds(Long.MIN_VALUE))).isFalse();
    Side<Boolean> longest =
        Side.call(() -> worker.join(Duration.ofSeconds(Long.MAX_VALUE))).blocked();
    leave.countDown();
    assertThat(longest.result()).isTrue();
  }

  @Test
  void anInterruptedJoinLeavesTheWorkerAlone() throws Exception {
    Worker worker = weaving.daemon("drive").runs(Eventually::forEver);
    start();
    Side<Void> joining = Side.run(worker::join).parked().interrupt();
    assertThat(joining.failure()).isInstanceOf(InterruptedException.class);
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void thr3_whetherAThreadIsADaemonIsSettledByTheDeclaration() throws Exception {
    List<Class<?>> refusals = new CopyOnWriteArrayList<>();
    Body change = () -> {
      try {
        Thread.currentThread().setDaemon(true);
      } catch (RuntimeException e) {
        refusals.add(e.getClass());
      }
    };
    weaving.daemon("drive").thread(ThreadKind.PLATFORM).runs(change);
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(message -> {
      change.run();
      assertThat(Thread.currentThread().isDaemon()).isFalse();
    });
    start();
    in.send(1);
    in.awaitIdle();
    Eventually.until(() -> refusals.size() == 2);
    assertThat(refusals).allMatch(type -> type == IllegalThreadStateException.class);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void whoAwaitsIdleIsToldAlthoughTheConsumerWasPausedMeanwhile() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).runs(message -> {
      entered.countDown();
      leave.await();
    });
    start();
    in.send(1);
    Eventually.passes(entered);
    worker.pause();
    Side<Void> waiting = Side.run(in::awaitIdle).parked();
    leave.countDown();
    waiting.result();
    assertThat(worker.state()).isEqualTo(Worker.State.PAUSED);
  }

  @Test
  void aConsumerCannotAwaitThatTheMessageInItsHandIsDone() throws Exception {
    List<Channel<Integer>> channels = List.of(
        in(),
        weaving.<Integer>channel("pile").lifo().sentByHand().make(),
        weaving.<Integer>channel("rows").keyed(message -> message).sentByHand().make(),
        weaving.<Integer>channel("news").topic().sentByHand().make());
    List<String> told = new CopyOnWriteArrayList<>();
    for (Channel<Integer> own : channels) {
      weaving.consumer("take" + channels.indexOf(own), own).runs(message -> {
        for (Body waiting : List.<Body>of(own::awaitIdle, () -> own.awaitIdle(TINY))) {
          try {
            waiting.run();
          } catch (IllegalStateException e) {
            told.add(own.name());
          }
        }
      });
    }
    start();
    for (Channel<Integer> own : channels) {
      own.send(1);
      own.awaitIdle();
    }
    assertThat(told)
        .containsExactly(
            "Pipeline.in", "Pipeline.in",
            "Pipeline.pile", "Pipeline.pile",
            "Pipeline.rows", "Pipeline.rows",
            "Pipeline.news", "Pipeline.news");
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void theWorkerOfAThreadIsKnownInside() throws Exception {
    List<Worker> seen = new CopyOnWriteArrayList<>();
    Worker worker = weaving
        .daemon("drive")
        .runsWith(self -> seen.addAll(List.of(self, Worker.current().get())));
    start();
    worker.join();
    assertThat(seen).containsExactly(worker, worker);
    assertThat(Worker.current()).isEmpty();
    assertThat(fabric.worker("Pipeline.drive")).contains(worker);
    assertThat(fabric.workers()).isEqualTo(List.of(worker));
  }

  @Test
  void threadsHaveTheNameOfTheirWorkerAndANumberIfThereAreSeveral() {
    Channel<Integer> in = in();
    weaving.consumer("parse", in).concurrency(3).runs(message -> {});
    weaving.consumer("take", in).runs(message -> {});
    weaving.daemon("drive").named("Driver").concurrency(2).runs(Eventually::forEver);
    start();
    Eventually.until(() -> fabric.threads().size() == 6);
    assertThat(fabric.threads().stream().map(Thread::getName))
        .containsExactlyInAnyOrder(
            "Pipeline.parse-1",
            "Pipeline.parse-2",
            "Pipeline.parse-3",
            "Pipeline.take",
            "Driver-1",
            "Driver-2");
    Worker driver = fabric.worker("Driver").orElseThrow();
    Eventually.until(() -> driver.threads().size() == 2);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aWorkerMayRunOnVirtualThreadsWithNames() throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    Worker worker = weaving
        .daemon("drive")
        .thread(ThreadKind.VIRTUAL)
        .concurrency(2)
        .runs(() -> threads.add(Thread.currentThread().toString()));
    start();
    worker.join();
    assertThat(threads).hasSize(2).allMatch(text -> text.contains("VirtualThread"));
    assertThat(threads).anyMatch(text -> text.contains("Pipeline.drive-1"));
    assertThat(threads).anyMatch(text -> text.contains("Pipeline.drive-2"));
  }

  @Test
  void lessThanOneThreadIsRefused() {
    assertThatThrownBy(() -> weaving.daemon("drive").concurrency(0).runs(() -> {}))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> weaving.daemon("drive").retries(-1).runs(() -> {}))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void theListenerIsToldOfEachThread() throws Exception {
    Worker worker = weaving.daemon("drive").concurrency(2).runs(() -> {});
    start();
    worker.join();
    Eventually.until(() -> recorder.ended.size() == 2);
    assertThat(recorder.started).containsExactlyInAnyOrder("Pipeline.drive-1", "Pipeline.drive-2");
    assertThat(recorder.ended).containsExactlyInAnyOrder("Pipeline.drive-1", "Pipeline.drive-2");
  }

  @Test
  void aSecondLiveObjectOfTheSameNameGetsANumber() {
    weaving.register();
    Weaving second = Weaving.of(fabric, 1, "Pipeline", new Object());
    assertThat(second.daemon("drive").runs(() -> {}).name()).isEqualTo("Pipeline#2.drive");
  }

  @Test
  void generatedCodeOfAnotherVersionIsRefusedWithAClearText() {
    assertThatThrownBy(() -> Weaving.of(fabric, 2, "Pipeline", this))
        .isInstanceOf(WiringException.class)
        .hasMessageContaining("compile it again");
  }

  @Test
  void whatTheConstructorCannotUseYetSaysSo() {
    assertThatThrownBy(() -> Weaving.ready(null, "LogPipeline.raw()"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("LogPipeline.raw()");
  }

  // ---- Start order

  @Test
  void workersStartDownstreamFirst() {
    List<String> begun = new CopyOnWriteArrayList<>();
    try (Fabric ordered = Fabric.builder()
        .workerThreads(body -> new Thread(body) {
          @Override
          public void start() {
            begun.add(getName());
            super.start();
          }
        })
        .build()) {
      Weaving woven = Weaving.of(ordered, 1, "P", new Object());
      Channel<Integer> channel = woven.<Integer>channel("c").make();
      woven.producer("produce").pulls(() -> null, channel);
      woven.daemon("drive").runs(() -> {});
      woven.consumer("consume", channel).runs(message -> {});
      woven.register();
      ordered.start();
      assertThat(begun).containsExactly("P.consume", "P.drive", "P.produce");
    }
  }

  // ---- Stop, start, pause, resume

  @Test
  void stoppingInterruptsADaemonAndItMayBeStartedAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Worker worker = weaving.daemon("drive").runs(() -> {
      runs.incrementAndGet();
      Eventually.forEver();
    });
    start();
    for (int run = 1; run <= 3; run++) {
      int expected = run;
      Eventually.until(() -> runs.get() == expected);
      worker.stop();
      worker.stop();
      worker.join();
      assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
      worker.start();
    }
    assertThat(worker.failures()).isZero();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aWorkerWhoseObjectWasStoppedIsNotStartedAgain() throws Exception {
    Object self = new Object();
    Weaving own = Weaving.of(fabric, 1, "Engine", self);
    Worker worker = own.daemon("drive").runs(() -> new CountDownLatch(1).await());
    own.register();
    fabric.start();
    Eventually.until(worker::isAlive);
    fabric.stop(self, Duration.ofSeconds(30));
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    assertThatThrownBy(worker::start)
        .isInstanceOf(IllegalThreadStateException.class)
        .hasMessageContaining("Engine.drive")
        .hasMessageContaining("object");
    assertThat(worker.isAlive()).isFalse();
  }

  @Test
  void stoppingBeforeTheStartIsHarmless() {
    AtomicInteger runs = new AtomicInteger();
    Worker worker = weaving.daemon("drive").runs(runs::incrementAndGet);
    worker.stop();
    worker.pause();
    worker.resume();
    start();
    Eventually.until(() -> runs.get() == 1);
  }

  @Test
  void aStoppedConsumerFinishesItsMessageAndTakesNoOther() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Channel<Integer> in = in();
    AtomicBoolean interrupted = new AtomicBoolean();
    Worker worker = weaving.consumer("take", in).runs(message -> {
      entered.countDown();
      try {
        leave.await();
      } catch (InterruptedException e) {
        interrupted.set(true);
      }
      handled.add(message);
    });
    start();
    sendAll(in, 1, 2, 3);
    Eventually.passes(entered);
    worker.stop();
    assertThat(worker.isStopping()).isTrue();
    leave.countDown();
    worker.join();
    assertThat(handled).containsExactly(1);
    assertThat(interrupted).isFalse();
    assertThat(in.depth()).isEqualTo(2);
    assertThat(in.unfinished()).isEqualTo(2);
    worker.start();
    in.awaitIdle();
    assertThat(handled).containsExactly(1, 2, 3);
  }

  @Test
  void aStoppedIdleConsumerEnds() throws Exception {
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).concurrency(3).runs(handled::add);
    start();
    worker.stop();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    in.send(1);
    assertThat(in.isClosed()).isFalse();
    assertThat(in.depth()).isEqualTo(1);
  }

  @Test
  void aStoppedPullProducerStillDeliversWhatItHasReturned() throws Exception {
    Channel<Integer> full =
        weaving.<Integer>channel("out").capacity(1).receivedByHand().make();
    AtomicInteger next = new AtomicInteger();
    Worker worker = weaving.producer("count").pulls(next::incrementAndGet, full);
    start();
    Eventually.until(() -> next.get() == 2);
    worker.stop();
    assertThat(worker.join(Duration.ofMillis(100))).isFalse();
    assertThat(full.receive()).isEqualTo(1);
    worker.join();
    assertThat(full.receive()).isEqualTo(2);
    assertThat(next).hasValue(2);
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    assertThat(full.isClosed()).as("a stopped producer has not ended").isFalse();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aStoppedPullProducerIsInterruptedInItsCall() throws Exception {
    Channel<Integer> out = out();
    CountDownLatch entered = new CountDownLatch(1);
    Worker worker = weaving
        .producer("wait")
        .pulls(
            () -> {
              entered.countDown();
              Eventually.forEver();
              return 1;
            },
            out);
    start();
    Eventually.passes(entered);
    worker.stop();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    assertThat(worker.failures()).isZero();
    assertThat(out.depth()).isZero();
  }

  @Test
  void aProducerThatReturnsAMessageWithTheInterruptSetStillDeliversIt() throws Exception {
    Channel<Integer> out = out();
    Worker worker = weaving
        .producer("flag")
        .pulls(
            () -> {
              Thread.currentThread().interrupt();
              return handled.size() < 2 && handled.add(1) ? handled.size() : null;
            },
            out);
    start();
    worker.join();
    assertThat(List.of(out.receive(), out.receive())).containsExactly(1, 2);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aPushProducerIsInterruptedInItsOwnCodeButNotInASend() throws Exception {
    Channel<Integer> out =
        weaving.<Integer>channel("out").capacity(1).receivedByHand().make();
    AtomicBoolean interrupted = new AtomicBoolean();
    AtomicReference<Thread> atTheSecond = new AtomicReference<>();
    Worker worker = weaving
        .producer("push")
        .pushes(
            sender -> {
              sender.send(1);
              atTheSecond.set(Thread.currentThread());
              sender.send(2);
              interrupted.set(Thread.currentThread().isInterrupted());
              sender.send(3);
            },
            out);
    start();
    Eventually.until(() -> atTheSecond.get() != null);
    Eventually.until(() -> atTheSecond.get().getState() == Thread.State.WAITING);
    worker.stop();
    assertThat(worker.join(Duration.ofMillis(100))).isFalse();
    assertThat(out.receive()).isEqualTo(1);
    worker.join();
    assertThat(out.receive()).isEqualTo(2);
    assertThat(out.depth()).isZero();
    assertThat(interrupted).isTrue();
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void anInterruptThatReachesAPausedPushProducerArrivesAtItsSend() throws Exception {
    Channel<Integer> out = weaving.<Integer>channel("out").receivedByHand().make();
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch paused = new CountDownLatch(1);
    AtomicReference<Thread> sending = new AtomicReference<>();
    CountDownLatch interrupted = new CountDownLatch(1);
    Worker worker = weaving
        .producer("push")
        .pushes(
            sender -> {
              begun.countDown();
              paused.await();
              sending.set(Thread.currentThread());
              try {
                sender.send(1);
              } catch (InterruptedException e) {
                interrupted.countDown();
              }
              sender.send(2);
            },
            out);
    start();
    begun.await();
    worker.pause();
    paused.countDown();
    Eventually.until(() -> sending.get() != null);
    Eventually.until(() -> sending.get().getState() == Thread.State.WAITING);
    sending.get().interrupt();
    worker.resume();
    assertThat(interrupted.await(30, TimeUnit.SECONDS)).isTrue();
    assertThat(out.receive()).isEqualTo(2);
  }

  @Test
  void aPausedConsumerTakesNothingUntilItIsResumed() throws Exception {
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).runs(handled::add);
    start();
    in.send(1);
    in.awaitIdle();
    worker.pause();
    worker.pause();
    assertThat(worker.state()).isEqualTo(Worker.State.PAUSED);
    assertThat(worker.isAlive()).isTrue();
    sendAll(in, 2, 3);
    assertThat(in.awaitIdle(Duration.ofMillis(50))).isFalse();
    assertThat(handled).containsExactly(1);
    assertThat(in.depth()).isEqualTo(2);
    worker.resume();
    worker.resume();
    in.awaitIdle();
    assertThat(handled).containsExactly(1, 2, 3);
  }

  @Test
  void aPausedConsumerLeavesItsMessagesToOthers() throws Exception {
    Channel<Integer> in = in();
    Worker first = weaving.consumer("first", in).runs(message -> handled.add(-message));
    weaving.consumer("second", in).runs(handled::add);
    start();
    first.pause();
    for (int i = 1; i <= 100; i++) {
      in.send(i);
    }
    in.awaitIdle();
    assertThat(handled).hasSize(100);
    for (int round = 1; round <= 500; round++) {
      first.resume();
      in.send(round);
      first.pause();
      assertThat(in.awaitIdle(Duration.ofSeconds(10))).as("round %s", round).isTrue();
    }
  }

  @Test
  void aPausedProducerIsNotCalledButNotEnded() throws Exception {
    Channel<Integer> out =
        weaving.<Integer>channel("out").capacity(1).receivedByHand().make();
    AtomicInteger next = new AtomicInteger();
    Worker worker = weaving.producer("count").pulls(next::incrementAndGet, out);
    start();
    Eventually.until(() -> next.get() == 2);
    worker.pause();
    assertThat(out.receive()).isEqualTo(1);
    assertThat(out.receive()).isEqualTo(2);
    assertThat(out.tryReceive(Duration.ofMillis(50))).isEmpty();
    assertThat(next).hasValue(2);
    assertThat(out.isClosed()).isFalse();
    worker.resume();
    assertThat(out.receive()).isEqualTo(3);
  }

  @Test
  void aPausedWorkerCanBeStopped() throws Exception {
    Channel<Integer> in = in();
    Worker consumer = weaving.consumer("take", in).runs(handled::add);
    Worker timer = weaving.timer("tick").every(TINY).runs(() -> {});
    start();
    for (Worker worker : List.of(consumer, timer)) {
      worker.pause();
      worker.stop();
      worker.join();
      assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
      worker.start();
      Eventually.until(() -> worker.state() == Worker.State.RUNNING);
    }
  }

  @Test
  void closingTheFabricResumesWhatIsPaused() throws Exception {
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).runs(handled::add);
    start();
    worker.pause();
    sendAll(in, 1, 2);
    assertThat(fabric.close(Duration.ofSeconds(10)).clean()).isTrue();
    assertThat(handled).containsExactly(1, 2);
  }

  // ---- Failures: CONTINUE

  @Test
  void aConsumerGoesOnWithTheNextMessage() throws Exception {
    Channel<Integer> in = in();
    RuntimeException failure = failure(2);
    Worker worker = weaving.consumer("take", in).runs(message -> {
      if (message == 2) {
        throw failure;
      }
      handled.add(message);
    });
    start();
    sendAll(in, 1, 2, 3);
    in.awaitIdle();
    assertThat(handled).containsExactly(1, 3);
    assertThat(recorder.failures).hasSize(1);
    Failure report = recorder.failures.get(0);
    assertThat(report.name()).isEqualTo("Pipeline.take");
    assertThat(report.method()).isEqualTo("take");
    assertThat(report.thread()).isSameAs(worker.threads().get(0));
    assertThat(report.cause()).isSameAs(failure);
    assertThat(report.decision()).isEqualTo(Then.CONTINUE);
    assertThat(worker.handled()).isEqualTo(2);
    assertThat(worker.failures()).isEqualTo(1);
    assertThat(worker.lastFailure()).contains(failure);
    assertThat(worker.restarts()).isZero();
  }

  @Test
  void anInterruptThatAUsersMethodMakesIsAFailureLikeOthers() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(message -> {
      if (message == 1) {
        throw new InterruptedException("by the user");
      }
      handled.add(message);
    });
    start();
    sendAll(in, 1, 2);
    in.awaitIdle();
    assertThat(handled).containsExactly(2);
    assertThat(recorder.failures).hasSize(1);
  }

  @Test
  void anInterruptDoesNotOutliveItsCall() throws Exception {
    Channel<Integer> in = in();
    List<Boolean> flags = new CopyOnWriteArrayList<>();
    weaving.consumer("take", in).runs(message -> {
      flags.add(Thread.currentThread().isInterrupted());
      Thread.currentThread().interrupt();
    });
    start();
    sendAll(in, 1, 2, 3);
    in.awaitIdle();
    assertThat(flags).containsExactly(false, false, false);
  }

  // ---- Failures: RESTART

  @Test
  void aProducerIsStartedAgainAfterAPause() throws Exception {
    Channel<Integer> out = out();
    AtomicInteger calls = new AtomicInteger();
    Worker worker = weaving
        .producer("count")
        .backoff(TINY)
        .pulls(
            () -> {
              int call = calls.incrementAndGet();
              if (call % 2 == 1) {
                throw failure(call);
              }
              return call > 20 ? null : call;
            },
            out);
    start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(worker.restarts()).isEqualTo(11);
    assertThat(recorder.failures).hasSize(11).allMatch(f -> f.decision() == Then.RESTART);
    assertThat(recorder.pauses).hasSize(11).allMatch(TINY::equals);
    assertThat(out.depth()).isEqualTo(10);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void fiveFailuresInARowFailTheFabricAndPausesDouble() throws Exception {
    List<Throwable> thrown = new CopyOnWriteArrayList<>();
    Worker worker = weaving
        .daemon("drive")
        .backoff(Duration.ofMillis(4))
        .maxBackoff(Duration.ofMillis(16))
        .runs(() -> {
          RuntimeException failure = failure(thrown.size() + 1);
          thrown.add(failure);
          throw failure;
        });
    start();
    assertThatThrownBy(fabric::join)
        .isInstanceOf(FabricFailedException.class)
        .hasMessageContaining("fabric")
        .cause()
        .isSameAs(thrown.get(4));
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
    assertThat(fabric.failure()).contains(thrown.get(4));
    assertThat(recorder.causes()).isEqualTo(thrown).hasSize(5);
    assertThat(recorder.failures.stream().map(Failure::decision))
        .containsExactly(Then.RESTART, Then.RESTART, Then.RESTART, Then.RESTART, Then.FAIL);
    assertThat(recorder.pauses)
        .containsExactly(
            Duration.ofMillis(4),
            Duration.ofMillis(8),
            Duration.ofMillis(16),
            Duration.ofMillis(16));
    worker.join(); // a daemon is hardly waited for by its fabric
    assertThat(worker.state()).isEqualTo(Worker.State.FAILED);
    assertThat(worker.restarts()).isEqualTo(4);
    assertThat(worker.failures()).isEqualTo(5);
  }

  @Test
  void aSuccessInBetweenBeginsTheCountAgain() throws Exception {
    Channel<Integer> out = weaving
        .<Integer>channel("out")
        .overflow(Overflow.DROP_NEW)
        .receivedByHand()
        .make();
    AtomicInteger calls = new AtomicInteger();
    Worker worker = weaving
        .producer("count")
        .backoff(TINY)
        .maxBackoff(TINY)
        .pulls(
            () -> {
              int call = calls.incrementAndGet();
              if (call > 50) {
                return null;
              }
              if (call % 5 != 0) {
                throw failure(call);
              }
              return call;
            },
            out);
    start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(worker.failures()).isEqualTo(40);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void fiveFailuresInARowFailTheFabricHoweverLongEachCallTakes() {
    Channel<Integer> out = out();
    AtomicInteger calls = new AtomicInteger();
    weaving
        .producer("connect")
        .backoff(TINY)
        .maxBackoff(TINY)
        .pulls(
            () -> {
              calls.incrementAndGet();
              fabric.sleep(Duration.ofMillis(10));
              throw failure("connect");
            },
            out);
    start();
    assertThatThrownBy(fabric::join).isInstanceOf(FabricFailedException.class);
    assertThat(calls).hasValue(5);
  }

  @Test
  void aPushProducersMessageIsASuccessHoweverItWasSent() throws Exception {
    Channel<Integer> out = out();
    AtomicInteger calls = new AtomicInteger();
    Worker worker = weaving
        .producer("push")
        .backoff(TINY)
        .maxBackoff(Duration.ofHours(1))
        .pushes(
            sender -> {
              int call = calls.incrementAndGet();
              if (call > 20) {
                return;
              }
              assertThat(sent(sender, call)).isTrue();
              throw failure(call);
            },
            out);
    start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(out.depth()).isEqualTo(20);
  }

  private static boolean sent(Sender<Integer> sender, int message) throws InterruptedException {
    return message % 2 == 0
        ? sender.trySend(message)
        : sender.trySend(message, Duration.ofSeconds(1));
  }

  @Test
  void stoppingEndsAPause() throws Exception {
    Worker worker = weaving.daemon("drive").backoff(Duration.ofHours(1)).runs(() -> {
      throw failure("drive");
    });
    start();
    Eventually.until(() -> worker.state() == Worker.State.BACKING_OFF);
    worker.stop();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    worker.start();
    Eventually.until(() -> worker.failures() == 2);
  }

  @Test
  void aWorkerThatIsStartedAgainBeginsToCountAgain() throws Exception {
    AtomicInteger calls = new AtomicInteger();
    Worker worker = weaving.daemon("drive").backoff(TINY).runs(() -> {
      if (calls.incrementAndGet() % 4 == 0) {
        Eventually.forEver();
      }
      throw failure("drive");
    });
    start();
    for (int life = 1; life <= 3; life++) {
      int expected = 4 * life;
      Eventually.until(() -> calls.get() == expected);
      worker.stop();
      worker.join();
      worker.start();
    }
    assertThat(worker.failures()).isGreaterThanOrEqualTo(9);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  // ---- Failures: STOP, FAIL, Error

  @Test
  void stopEndsThisWorkerAsFailedAndNoOther() throws Exception {
    Channel<Integer> in = in();
    RuntimeException failure = failure("drive");
    Worker worker = weaving.daemon("drive").then(Then.STOP).runs(() -> {
      throw failure;
    });
    Worker other = weaving.consumer("take", in).runs(handled::add);
    start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.FAILED);
    assertThat(recorder.causes()).containsExactly(failure);
    assertThat(recorder.failures.get(0).decision()).isEqualTo(Then.STOP);
    assertThatThrownBy(worker::start).isInstanceOf(IllegalThreadStateException.class);
    in.send(1);
    in.awaitIdle();
    assertThat(other.isAlive()).isTrue();
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void stopEndsAllThreadsOfAConsumer() throws Exception {
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).concurrency(4).then(Then.STOP).runs(message -> {
      throw failure(message);
    });
    start();
    in.send(1);
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.FAILED);
    assertThat(recorder.failures).hasSize(1);
    assertThat(in.isClosed()).as("nobody is left who takes").isTrue();
  }

  @Test
  void failEndsTheFabricInOrderAndKeepsTheCause() throws Exception {
    Channel<Integer> in = in();
    Channel<Integer> out = weaving.<Integer>channel("out").make();
    RuntimeException failure = failure(0);
    weaving
        .consumer("check", in)
        .then(Then.FAIL)
        .maps(
            message -> {
              if (message == 0) {
                throw failure;
              }
              return message;
            },
            out);
    weaving.consumer("take", out).runs(message -> {
      fabric.sleep(Duration.ofMillis(2));
      handled.add(message);
    });
    start();
    sendAll(in, 1, 2, 3, 0);
    assertThatThrownBy(fabric::join).cause().isSameAs(failure);
    assertThat(handled).containsExactly(1, 2, 3);
    assertThat(recorder.causes()).containsExactly(failure);
    assertThat(recorder.failures.get(0).decision()).isEqualTo(Then.FAIL);
  }

  @Test
  void anErrorAlwaysFailsTheFabricWithoutRetries() {
    Channel<Integer> in = in();
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").receivedByHand().make();
    Error error = new AssertionError("broken");
    AtomicInteger calls = new AtomicInteger();
    weaving.consumer("take", in).retries(5).deadLetter(dead).then(Then.CONTINUE).runs(message -> {
      calls.incrementAndGet();
      throw error;
    });
    start();
    assertThat(in.trySend(1)).isTrue();
    assertThatThrownBy(fabric::join).cause().isSameAs(error);
    assertThat(calls).hasValue(1);
    assertThat(recorder.causes()).containsExactly(error);
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
  }

  // ---- Retries and dead letters

  @Test
  void aFailedMessageIsTriedAgainAndReportedOnlyIfThatDoesNotHelp() throws Exception {
    Channel<Integer> in = in();
    AtomicInteger calls = new AtomicInteger();
    Worker worker = weaving.consumer("take", in).retries(2).backoff(TINY).runs(message -> {
      if (calls.incrementAndGet() % 3 != 0 || message == 2) {
        throw failure(message);
      }
      handled.add(message);
    });
    start();
    sendAll(in, 1, 2, 3);
    in.awaitIdle();
    assertThat(handled).containsExactly(1, 3);
    assertThat(calls).hasValue(9);
    assertThat(recorder.failures).hasSize(1);
    assertThat(worker.failures()).isEqualTo(7);
    assertThat(worker.handled()).isEqualTo(2);
    assertThat(worker.restarts()).as("retries are no restarts").isZero();
  }

  @Test
  void whatCannotBeHandledGoesToTheDeadLetters() throws Exception {
    Channel<Integer> in = in();
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").receivedByHand().make();
    Worker worker = weaving
        .consumer("take", in)
        .retries(2)
        .backoff(TINY)
        .deadLetter(dead)
        .runs(message -> {
          throw failure(message);
        });
    start();
    sendAll(in, 1, 2);
    in.awaitIdle();
    for (int message : new int[] {1, 2}) {
      DeadLetter<Integer> letter = dead.receive();
      assertThat(letter.message()).isEqualTo(message);
      assertThat(letter.attempts()).isEqualTo(3);
      assertThat(letter.worker()).isEqualTo("Pipeline.take");
      assertThat(letter.cause()).hasMessage("failure of " + message);
    }
    assertThat(recorder.failures).as("dealt with").isEmpty();
    assertThat(worker.failures()).isEqualTo(6);
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void aMessageIsDoneOnlyWhenItsDeadLetterWasSent() throws Exception {
    Channel<Integer> in = in();
    Channel<DeadLetter<Integer>> dead = weaving
        .<DeadLetter<Integer>>channel("dead")
        .capacity(0)
        .receivedByHand()
        .make();
    weaving.consumer("take", in).deadLetter(dead).runs(message -> {
      throw failure(message);
    });
    start();
    in.send(1);
    Side<Void> idle = Side.run(in::awaitIdle).blocked();
    dead.receive();
    idle.result();
  }

  @Test
  void aClosedDeadLetterChannelIsReportedWithTheFailure() throws Exception {
    Channel<Integer> in = in();
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").receivedByHand().make();
    dead.close();
    Worker worker = weaving.consumer("take", in).deadLetter(dead).runs(message -> {
      throw failure(message);
    });
    start();
    sendAll(in, 1, 2);
    in.awaitIdle();
    assertThat(recorder.failures).hasSize(2);
    assertThat(recorder.causes().get(0)).hasMessage("failure of 1");
    assertThat(recorder.causes().get(0).getSuppressed()[0])
        .isInstanceOf(ChannelClosedException.class);
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void aResultThatIsRefusedIsAFailureOfItsCall() throws Exception {
    Channel<Integer> in = in();
    Channel<Integer> out = weaving
        .<Integer>channel("out")
        .capacity(1)
        .overflow(Overflow.FAIL)
        .receivedByHand()
        .make();
    weaving.consumer("pass", in).maps(message -> message, out);
    start();
    sendAll(in, 1, 2, 3);
    in.awaitIdle();
    assertThat(out.depth()).isEqualTo(1);
    assertThat(recorder.failures).hasSize(2);
    assertThat(recorder.causes()).allMatch(e -> e instanceof ChannelFullException);
  }

  // ---- Producers that end

  @Test
  void aPullProducerThatReturnsNullIsDoneAndSendsNothing() throws Exception {
    Channel<Integer> out = out();
    Worker worker = weaving.producer("none").pulls(() -> null, out);
    start();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
    assertThat(out.depth()).isZero();
    assertThatThrownBy(out::receive).isInstanceOf(ChannelClosedException.class);
  }

  @Test
  void aProducerCallThatThrowsSendsNothing() throws Exception {
    Channel<Integer> out = out();
    Worker worker = weaving
        .producer("fail")
        .then(Then.STOP)
        .pulls(
            () -> {
              throw failure("producer");
            },
            out);
    start();
    worker.join();
    assertThat(out.depth()).isZero();
    assertThat(worker.state()).isEqualTo(Worker.State.FAILED);
  }

  // ---- Listeners

  @Test
  void aListenerThatThrowsChangesNothingAndTheOthersAreTold() throws Exception {
    Recorder other = new Recorder();
    FabricListener broken = new FabricListener() {
      @Override
      public void onStart(String name, Thread thread) {
        throw new IllegalStateException("onStart");
      }

      @Override
      public void onEnd(String name, Thread thread) {
        throw new AssertionError("onEnd");
      }

      @Override
      public void onFailure(Failure failure) {
        throw new AssertionError("onFailure");
      }

      @Override
      public void onRestart(Worker worker, Duration after) {
        throw new IllegalStateException("onRestart");
      }
    };
    try (Fabric told = Fabric.builder().listener(broken).listener(other).build()) {
      Weaving woven = Weaving.of(told, 1, "P", new Object());
      AtomicInteger calls = new AtomicInteger();
      Worker worker = woven.daemon("drive").backoff(TINY).runs(() -> {
        if (calls.incrementAndGet() == 1) {
          throw failure("drive");
        }
      });
      woven.register();
      told.start();
      worker.join();
      assertThat(worker.state()).isEqualTo(Worker.State.DONE);
      assertThat(other.failures).hasSize(1);
      assertThat(other.pauses).hasSize(1);
      assertThat(told.close(Duration.ofSeconds(10)).clean()).isTrue();
      assertThat(told.state()).isEqualTo(Fabric.State.CLOSED);
    }
  }

  @Test
  void listenersAreToldInTheOrderInWhichTheyWereAdded() throws Exception {
    List<String> told = new CopyOnWriteArrayList<>();
    Fabric.Builder builder = Fabric.builder();
    for (String name : List.of("first", "second")) {
      builder.listener(new FabricListener() {
        @Override
        public void onFailure(Failure failure) {
          told.add(name);
        }
      });
    }
    try (Fabric both = builder.build()) {
      Weaving woven = Weaving.of(both, 1, "P", new Object());
      Worker worker = woven.daemon("drive").then(Then.STOP).runs(() -> {
        throw failure("drive");
      });
      woven.register();
      both.start();
      worker.join();
      assertThat(told).containsExactly("first", "second");
    }
  }

  @Test
  void eachOfManyConcurrentFailuresIsToldOnce() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).concurrency(4).runs(message -> {
      throw failure(message);
    });
    start();
    for (int i = 0; i < 1000; i++) {
      in.send(i);
    }
    in.awaitIdle();
    assertThat(recorder.causes().stream().map(Throwable::getMessage))
        .hasSize(1000)
        .doesNotHaveDuplicates();
  }
}
