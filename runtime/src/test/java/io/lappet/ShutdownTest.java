package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.gen.Guard;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadFactory;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Starting, and closing backwards along the dependencies. */
@Timeout(120)
class ShutdownTest {
  /** Longer than anything here takes. */
  private static final Duration LONG = Duration.ofSeconds(50);

  /** Shorter than {@link #LONG}, and longer than a busy machine holds anything up. */
  private static final Duration SOON = Duration.ofSeconds(20);

  private static final Duration SHORT = Duration.ofMillis(100);

  private final Recorder recorder = new Recorder();
  private final CountDownLatch release = new CountDownLatch(1);
  private Fabric fabric = Fabric.builder().name("plant").listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Pipeline", new Object());

  @AfterEach
  void closeFabric() {
    release.countDown();
    fabric.close(Duration.ZERO);
  }

  private void use(Fabric.Builder builder) {
    fabric = builder.name("plant").build();
    weaving = Weaving.of(fabric, 1, "Pipeline", new Object());
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private Channel<Integer> in() {
    return weaving.<Integer>channel("in").sentByHand().make();
  }

  private ShutdownReport closeSoon() throws Exception {
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    assertThat(timeOf(() -> report.set(fabric.close(LONG)))).isLessThan(SOON);
    return report.get();
  }

  private static void assertClean(ShutdownReport report) {
    assertThat(report.undelivered()).isEmpty();
    assertThat(report.stuck()).isEmpty();
    assertThat(report.clean()).isTrue();
  }

  // ---- Order (LIFE.2)

  @Test
  void life2_closingGoesBackwardsAlongTheDependenciesAndLosesNothing() throws Exception {
    List<String> ends = new CopyOnWriteArrayList<>();
    AtomicInteger sent = new AtomicInteger();
    AtomicInteger taken = new AtomicInteger();
    Channel<Integer> numbers = weaving.<Integer>channel("numbers").capacity(16).make();
    Channel<Integer> squares = weaving.<Integer>channel("squares").capacity(16).make();
    Worker produce =
        weaving.producer("produce").concurrency(2).pulls(sent::incrementAndGet, numbers);
    Worker square =
        weaving.consumer("square", numbers).concurrency(2).maps(number -> number * number, squares);
    Worker take = weaving.consumer("take", squares).runs(number -> {
      fabric.sleep(Duration.ofNanos(1));
      taken.incrementAndGet();
    });
    Worker daemon = weaving.daemon("watch").runs(() -> {
      try {
        Eventually.forEver();
      } finally {
        ends.add("watch " + take.state());
      }
    });
    start();
    Eventually.until(() -> taken.get() > 100);
    ShutdownReport report = closeSoon();
    assertClean(report);
    assertThat(taken).hasValue(sent.get());
    assertThat(produce.state()).isEqualTo(Worker.State.STOPPED);
    assertThat(square.state()).isEqualTo(Worker.State.DONE);
    assertThat(take.state()).isEqualTo(Worker.State.DONE);
    daemon.join(); // it is hardly waited for
    assertThat(daemon.state()).isEqualTo(Worker.State.STOPPED);
    assertThat(ends).containsExactly("watch DONE");
    assertThat(numbers.isClosed() && squares.isClosed()).isTrue();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    assertThat(fabric.threads()).isEmpty();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aFabricGoesThroughItsStates() throws Exception {
    assertThat(fabric.state()).isEqualTo(Fabric.State.NEW);
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> release.await());
    start();
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
    in.send(1);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(LONG));
    Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
    Side<Void> joining = Side.run(fabric::join).blocked();
    release.countDown();
    assertClean(closing.result());
    joining.result();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    assertThat(fabric.failure()).isEmpty();
  }

  @Test
  void closingWaitsForTicksAndTasksThatRun() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    AtomicInteger completed = new AtomicInteger();
    Body body = () -> {
      entered.countDown();
      release.await();
      completed.incrementAndGet();
    };
    weaving.timer("tick").every(Duration.ofMillis(1)).runs(body);
    start();
    fabric.submit("task", () -> {
      body.run();
      return 1;
    });
    Eventually.passes(entered);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(LONG)).blocked();
    release.countDown();
    assertClean(closing.result());
    assertThat(completed).hasValue(2);
  }

  @Test
  void life4_pendingDelayedTasksDoNotHoldUpAClose() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Task<Void> late = fabric.after(Duration.ofHours(1), "late", runs::incrementAndGet);
    weaving.timer("tick").every(Duration.ofHours(1)).runs(runs::incrementAndGet);
    weaving.timer("short").every(Duration.ofMillis(1)).runs(() -> {});
    start();
    ShutdownReport report = closeSoon();
    assertClean(report);
    assertThat(report.cancelled()).isEqualTo(1);
    assertThat(late.isCancelled()).isTrue();
    assertThat(runs).hasValue(0);
    assertThat(fabric.tasks()).isEmpty();
  }

  @Test
  void aFabricThatWasNeverStartedCloses() throws Exception {
    in();
    weaving.consumer("take", in()).runs(number -> {});
    weaving.register();
    assertClean(closeSoon());
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void closingAnIdleFabricAtOnceIsClean() {
    for (int round = 0; round < 100; round++) {
      use(Fabric.builder());
      Channel<Integer> in = in();
      weaving.consumer("take", in).concurrency(4).runs(number -> {});
      weaving.timer("tick").every(Duration.ofHours(1)).runs(() -> {});
      start();
      ShutdownReport report = fabric.close(Duration.ZERO);
      assertThat(report.undelivered()).isEmpty();
      assertThat(report.clean()).as("round %s: %s", round, report).isTrue();
    }
  }

  // ---- While it drains, and afterwards

  @Test
  void whileAFabricDrainsItsOwnMaySendAndOthersMayNot() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    Channel<Integer> in =
        weaving.<Integer>channel("in").capacity(1).sentByHand().make();
    Channel<Integer> out = weaving.<Integer>channel("out").sentByHand().make();
    List<Integer> taken = new CopyOnWriteArrayList<>();
    weaving.consumer("take", in).runs(number -> {
      entered.countDown();
      Eventually.stubbornly(release);
      out.send(number);
      taken.add(fabric
          .submit("help", () -> {
            out.send(10 * number);
            return 100 * number;
          })
          .join());
    });
    weaving.consumer("collect", out).runs(taken::add);
    start();
    in.send(1);
    Eventually.passes(entered);
    in.send(2);
    Side<Void> blocked = Side.run(() -> in.send(3)).blocked();
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(LONG));
    assertThat(blocked.failure())
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Pipeline.in");
    assertThatThrownBy(() -> in.trySend(4)).isInstanceOf(ChannelClosedException.class);
    assertThatThrownBy(() -> fabric.submit("late", () -> 1))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("plant");
    release.countDown();
    assertClean(closing.result());
    assertThat(taken).containsExactlyInAnyOrder(1, 10, 100, 2, 20, 200);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aClosedFabricAcceptsNothingAndNamesItself() {
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).runs(number -> {});
    start();
    worker.stop();
    fabric.close();
    Weaving late = Weaving.of(fabric, 1, "Late", new Object());
    for (Body use : List.<Body>of(
        fabric::start,
        () -> fabric.start(this),
        late::register,
        worker::start,
        () -> fabric.submit("task", () -> 1),
        () -> fabric.after(SHORT, "task", () -> {}))) {
      assertThatThrownBy(use::run)
          .isInstanceOf(FabricClosedException.class)
          .hasMessageContaining("plant");
    }
    assertThatThrownBy(() -> in.send(1)).isInstanceOf(ChannelClosedException.class);
    assertThat(late.lock("x").tryLock()).as("guarded methods still work").isTrue();
  }

  // ---- Again, by several, from inside (LIFE.3)

  @Test
  void life3_closingAgainAndByTwoAtOnceReturnsAndStopsOnce() throws Exception {
    AtomicInteger closed = new AtomicInteger();
    AutoCloseable component = closed::incrementAndGet;
    Weaving woven = Weaving.of(fabric, 1, "Component", component);
    Channel<Integer> in = woven.<Integer>channel("in").sentByHand().make();
    woven.consumer("take", in).runs(number -> release.await());
    woven.register();
    fabric.start();
    in.send(1);
    List<Side<ShutdownReport>> closers =
        List.of(Side.call(() -> fabric.close(LONG)), Side.call(() -> fabric.close(LONG)));
    closers.forEach(Side::blocked);
    release.countDown();
    closers.forEach(closer -> assertClean(closer.result()));
    assertClean(fabric.close(Duration.ZERO));
    fabric.close();
    assertThat(closed).hasValue(1);
  }

  @Test
  void aShorterGraceHastensACloseThatIsUnderWay() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> Eventually.forEver());
    start();
    in.send(1);
    Side<ShutdownReport> patient =
        Side.call(() -> fabric.close(Duration.ofHours(1))).blocked();
    assertThat(timeOf(() -> fabric.close(SHORT))).isLessThan(SOON);
    assertThat(patient.result().clean()).isFalse();
  }

  @Test
  void aLongerGraceDoesNotDelayACloseThatIsUnderWay() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> Eventually.forEver());
    start();
    in.send(1);
    Side<ShutdownReport> first = Side.call(() -> fabric.close(Duration.ofMillis(300)));
    Eventually.until(() -> fabric.state() != Fabric.State.RUNNING);
    assertThat(timeOf(() -> fabric.close(Duration.ofHours(1)))).isLessThan(SOON);
    first.result();
  }

  @Test
  void closingIsNotInterruptibleAndKeepsTheFlag() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> release.await());
    start();
    in.send(1);
    Side<Boolean> closing = Side.call(() -> {
      fabric.close(LONG);
      return Thread.currentThread().isInterrupted();
    });
    closing.parked().interrupt().blocked();
    release.countDown();
    assertThat(closing.result()).isTrue();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void anInterruptedJoinLeavesTheFabricAlone() {
    start();
    Side<Void> joining = Side.run(fabric::join).parked().interrupt();
    assertThat(joining.failure()).isInstanceOf(InterruptedException.class);
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void aThreadOfTheFabricCannotWaitForItsEnd() throws Exception {
    List<Throwable> told = new CopyOnWriteArrayList<>();
    Body join = () -> {
      try {
        fabric.join();
      } catch (IllegalStateException e) {
        told.add(e);
      }
    };
    AutoCloseable component = join::run;
    Weaving.of(fabric, 1, "Component", component).register();
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> join.run());
    Worker daemon = weaving.daemon("drive").runs(join);
    start();
    in.send(1);
    in.awaitIdle();
    daemon.join();
    fabric
        .submit("task", () -> {
          join.run();
          return 1;
        })
        .join();
    assertClean(closeSoon());
    assertThat(told).hasSize(4).allMatch(e -> e.getMessage().contains("\"plant\""));
    assertThat(recorder.failures).isEmpty();
    fabric.join();
  }

  /** Closing from a thread of the fabric itself, which is not waited for meanwhile. */
  @Nested
  class FromInside {
    private final AtomicReference<ShutdownReport> report = new AtomicReference<>();
    private final AtomicReference<Fabric.State> stateAfter = new AtomicReference<>();

    private void close() {
      report.set(fabric.close(LONG));
      stateAfter.set(fabric.state());
    }

    private void assertClosed() throws Exception {
      Side<Void> joining = Side.run(fabric::join);
      joining.result();
      Eventually.until(() -> stateAfter.get() != null);
      assertThat(stateAfter).hasValue(Fabric.State.CLOSED);
      assertClean(report.get());
      assertThat(recorder.failures).isEmpty();
      Eventually.until(() -> fabric.threads().isEmpty());
    }

    @Test
    void aConsumerMayClose() throws Exception {
      Channel<Integer> in = in();
      AtomicInteger handled = new AtomicInteger();
      weaving.consumer("take", in).concurrency(2).runs(number -> {
        if (number == 2) {
          close();
        }
        handled.incrementAndGet();
      });
      for (int i = 1; i <= 5; i++) {
        assertThat(in.trySend(i)).isTrue(); // before the start: the second closes the channel
      }
      start();
      assertClosed();
      Eventually.until(() -> handled.get() == 5);
      assertThat(in.unfinished()).isZero();
    }

    @Test
    void aConsumerThatIsNeededForTheDrainIsToldWhatWasLeft() throws Exception {
      Channel<Integer> in = in();
      List<Integer> handled = new CopyOnWriteArrayList<>();
      weaving.consumer("take", in).runs(number -> {
        if (number == 1) {
          close();
        }
        handled.add(number);
      });
      for (int i = 1; i <= 3; i++) {
        assertThat(in.trySend(i)).isTrue();
      }
      start();
      Side.run(fabric::join).result();
      assertThat(report.get().clean()).isFalse();
      assertThat(report.get().undelivered()).isEqualTo(Map.of("Pipeline.in", 2));
      assertThat(stateAfter).hasValue(Fabric.State.DRAINING);
      assertThat(handled).containsExactly(1, 2, 3);
      assertThat(in.unfinished()).isZero();
      assertClean(fabric.close(SOON));
    }

    @Test
    void life3_aConsumerThatClosesWaitsForTheOthersAndNotForItself() throws Exception {
      CountDownLatch entered = new CountDownLatch(1);
      Channel<Integer> in = in();
      weaving.consumer("take", in).concurrency(2).runs(number -> {
        if (number == 1) {
          entered.countDown();
          release.await();
        } else {
          close();
        }
      });
      start();
      in.send(1);
      Eventually.passes(entered);
      in.send(2);
      Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
      Eventually.letPass(SHORT);
      release.countDown();
      assertClosed();
    }

    @Test
    void severalThreadsOfAConsumerMayCloseAtOnce() throws Exception {
      Channel<Integer> in = in();
      CountDownLatch all = new CountDownLatch(3);
      weaving.consumer("take", in).concurrency(3).runs(number -> {
        all.countDown();
        all.await();
        close();
      });
      start();
      for (int i = 0; i < 3; i++) {
        in.send(i);
      }
      assertClosed();
    }

    @Test
    void aProducerMayClose() throws Exception {
      Channel<Integer> numbers = weaving.<Integer>channel("numbers").make();
      weaving
          .producer("read")
          .pulls(
              () -> {
                close();
                return null;
              },
              numbers);
      weaving.consumer("take", numbers).runs(number -> {});
      start();
      assertClosed();
    }

    @Test
    void aDaemonMayClose() throws Exception {
      weaving.daemon("drive").runs(this::close);
      start();
      assertClosed();
    }

    @Test
    void aTickMayClose() throws Exception {
      weaving.timer("tick").every(Duration.ofMillis(1)).runs(this::close);
      start();
      assertClosed();
    }

    @Test
    void aTaskMayClose() throws Exception {
      fabric.submit("task", () -> {
        close();
        return 1;
      });
      assertClosed();
    }

    @Test
    void aDelayedTaskMayClose() throws Exception {
      fabric.after(Duration.ofMillis(1), "task", this::close);
      assertClosed();
    }

    @Test
    void aCallbackMayClose() throws Exception {
      Task<Integer> task = fabric.submit("task", () -> {
        release.await();
        return 1;
      });
      task.onSuccess(result -> close());
      release.countDown();
      assertClosed();
    }

    @Test
    void aListenerMayCloseWhenItIsToldOfAFailure() throws Exception {
      use(Fabric.builder().listener(new FabricListener() {
        @Override
        public void onFailure(Failure failure) {
          close();
        }
      }));
      Channel<Integer> in = in();
      weaving.consumer("take", in).runs(number -> {
        throw new IllegalStateException("take");
      });
      start();
      in.send(1);
      assertClosed();
    }

    @Test
    void aListenerMayCloseWhenItIsToldOfAThreadThatBegins() throws Exception {
      AtomicBoolean once = new AtomicBoolean();
      use(Fabric.builder().listener(new FabricListener() {
        @Override
        public void onStart(String name, Thread thread) {
          if (once.compareAndSet(false, true)) {
            close();
          }
        }
      }));
      weaving.consumer("take", in()).concurrency(2).runs(number -> {});
      start();
      assertClosed();
    }

    @Test
    void aListenerThatClosesAtTheEndOfATaskWaitsForTheOtherTasks() throws Exception {
      CountDownLatch entered = new CountDownLatch(1);
      AtomicBoolean otherDone = new AtomicBoolean();
      AtomicReference<Boolean> doneAtClose = new AtomicReference<>();
      use(Fabric.builder().listener(new FabricListener() {
        @Override
        public void onEnd(String name, Thread thread) {
          if (name.startsWith("first")) {
            close();
            doneAtClose.set(otherDone.get());
          }
        }
      }));
      fabric.submit("other", () -> {
        entered.countDown();
        release.await();
        otherDone.set(true);
        return 1;
      });
      Eventually.passes(entered);
      fabric.submit("first", () -> 1).join();
      Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
      Eventually.letPass(SHORT);
      release.countDown();
      Eventually.until(() -> doneAtClose.get() != null);
      assertThat(doneAtClose.get()).isTrue();
    }

    @Test
    void aListenerThatClosesAtTheEndOfAThreadWaitsForTheOtherThreads() throws Exception {
      AtomicReference<Boolean> deliveredAtClose = new AtomicReference<>();
      List<Integer> taken = new CopyOnWriteArrayList<>();
      use(Fabric.builder().listener(new FabricListener() {
        @Override
        public void onEnd(String name, Thread thread) {
          if (name.equals("Pipeline.read") && deliveredAtClose.get() == null) {
            close();
            deliveredAtClose.set(taken.contains(1));
          }
        }
      }));
      AtomicInteger calls = new AtomicInteger();
      CountDownLatch entered = new CountDownLatch(1);
      Channel<Integer> numbers = weaving.<Integer>channel("numbers").make();
      weaving
          .producer("read")
          .concurrency(2)
          .pulls(
              () -> {
                switch (calls.incrementAndGet()) {
                  case 1 -> {
                    entered.countDown();
                    Eventually.stubbornly(release);
                    return 1;
                  }
                  case 2 -> {
                    Eventually.stubbornly(entered);
                    return null;
                  }
                  default -> {
                    return null;
                  }
                }
              },
              numbers);
      weaving.consumer("take", numbers).runs(taken::add);
      start();
      Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
      Eventually.letPass(SHORT);
      release.countDown();
      Eventually.until(() -> deliveredAtClose.get() != null);
      assertThat(deliveredAtClose.get()).isTrue();
    }
  }

  // ---- The end of the grace

  @Test
  void whatTheGraceCutsShortIsInterruptedAndCounted() throws Exception {
    CountDownLatch interrupted = new CountDownLatch(2);
    CountDownLatch entered = new CountDownLatch(2);
    Body wait = () -> {
      entered.countDown();
      try {
        Eventually.forEver();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
    };
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).runs(number -> wait.run());
    start();
    for (int i = 0; i < 5; i++) {
      in.send(i);
    }
    Task<Integer> task = fabric.submit("task", () -> {
      wait.run();
      return 1;
    });
    Eventually.passes(entered);
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    assertThat(timeOf(() -> report.set(fabric.close(SHORT)))).isBetween(SHORT, SOON);
    Eventually.passes(interrupted);
    assertThat(report.get().clean()).isFalse();
    assertThat(report.get().undelivered()).isEqualTo(Map.of("Pipeline.in", 5));
    assertThat(report.get().cancelled()).isEqualTo(1);
    assertThat(report.get().stuck()).isEmpty();
    assertThat(task.isCancelled()).isTrue();
    assertThat(worker.isAlive()).isFalse();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    assertThat(fabric.threads()).isEmpty();
    assertThat(recorder.failures).as("an interrupt by the fabric is no failure").isEmpty();
  }

  @Test
  void aMessageWithoutConsumerIsUndelivered() throws Exception {
    Channel<Integer> in = in();
    Worker worker = weaving.consumer("take", in).runs(number -> {});
    start();
    worker.stop();
    worker.join();
    in.send(1);
    in.send(2);
    ShutdownReport report = closeSoon();
    assertThat(report.undelivered()).isEqualTo(Map.of("Pipeline.in", 2));
    assertThat(report.clean()).isFalse();
  }

  @Test
  void aMessageThatAProducerCouldNotDeliverIsUndelivered() throws Exception {
    Channel<Integer> out =
        weaving.<Integer>channel("out").capacity(1).receivedByHand().make();
    AtomicInteger calls = new AtomicInteger();
    weaving.producer("count").pulls(calls::incrementAndGet, out);
    start();
    Eventually.until(() -> calls.get() == 2);
    ShutdownReport report = fabric.close(SHORT);
    assertThat(report.undelivered()).isEqualTo(Map.of("Pipeline.out", 2));
    assertThat(report.stuck()).isEmpty();
  }

  @Test
  void aMessageWhoseResultCouldNotBeSentCountsOnce() throws Exception {
    Channel<Integer> in = in();
    Channel<Integer> out =
        weaving.<Integer>channel("out").capacity(0).receivedByHand().make();
    Worker worker = weaving.consumer("pass", in).maps(number -> number, out);
    start();
    in.send(1);
    Eventually.until(() -> worker.handled() == 1);
    ShutdownReport report = fabric.close(SHORT);
    assertThat(report.undelivered()).isEqualTo(Map.of("Pipeline.in", 1));
  }

  @Test
  void aTaskThatIgnoresItsInterruptIsStuckAndSoIsAWorker() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> sulk(entered));
    start();
    in.send(1);
    Task<Integer> task = fabric.submit("task", () -> {
      sulk(entered);
      return 1;
    });
    Eventually.passes(entered);
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    assertThat(timeOf(() -> report.set(fabric.close(SHORT)))).isBetween(SHORT, SOON);
    assertThat(report.get().clean()).isFalse();
    assertThat(report.get().stuck().stream().map(ShutdownReport.StuckWorker::name))
        .containsExactlyInAnyOrder("Pipeline.take", task.name());
    for (ShutdownReport.StuckWorker stuck : report.get().stuck()) {
      assertThat(stuck.stack().toString()).contains("sulk");
      assertThat(stuck.thread().isAlive()).isTrue();
      assertThat(stuck.waited()).isGreaterThanOrEqualTo(SHORT);
    }
    assertThat(report.get().undelivered()).isEqualTo(Map.of("Pipeline.in", 1));
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    release.countDown();
    Eventually.until(() -> fabric.threads().isEmpty());
  }

  private void sulk(CountDownLatch entered) {
    entered.countDown();
    Eventually.stubbornly(release);
  }

  @Test
  void aDaemonThatIgnoresItsInterruptIsNotWaitedFor() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    weaving.daemon("drive").runs(() -> sulk(entered));
    start();
    Eventually.passes(entered);
    assertClean(closeSoon());
  }

  @Test
  void aGraceOfZeroAndANegativeOneInterruptAtOnce() throws Exception {
    for (Duration grace : List.of(Duration.ZERO, Duration.ofSeconds(Long.MIN_VALUE))) {
      use(Fabric.builder());
      Channel<Integer> in = in();
      CountDownLatch entered = new CountDownLatch(1);
      weaving.consumer("take", in).runs(number -> {
        entered.countDown();
        Eventually.forEver();
      });
      start();
      in.send(1);
      Eventually.passes(entered);
      assertThat(timeOf(() -> assertThat(fabric.close(grace).clean()).isFalse()))
          .isLessThan(SOON);
    }
  }

  @Test
  void theLongestGraceDoesNotOverflow() throws Exception {
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> release.await());
    start();
    in.send(1);
    Side<ShutdownReport> closing =
        Side.call(() -> fabric.close(Duration.ofSeconds(Long.MAX_VALUE))).blocked();
    release.countDown();
    assertClean(closing.result());
  }

  @Test
  void theGraceOfTheBuilderIsThatOfClose() throws Exception {
    use(Fabric.builder().shutdownGrace(SHORT));
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> Eventually.forEver());
    start();
    in.send(1);
    assertThat(timeOf(fabric::close)).isBetween(SHORT, SOON);
  }

  @Test
  void aMessageIsTriedAgainWhileTheFabricDrains() throws Exception {
    Channel<Integer> in = in();
    AtomicInteger calls = new AtomicInteger();
    weaving.consumer("take", in).retries(3).backoff(Duration.ofMillis(20)).runs(number -> {
      if (calls.incrementAndGet() < 4) {
        throw new IllegalStateException("not yet");
      }
    });
    start();
    in.send(1);
    assertClean(closeSoon());
    assertThat(calls).hasValue(4);
    assertThat(recorder.failures).isEmpty();
  }

  // ---- Failing

  @Test
  void aFabricThatFailsWhileItClosesKeepsTheCause() throws Exception {
    Channel<Integer> in = in();
    Error error = new AssertionError("late");
    weaving.consumer("take", in).runs(number -> {
      release.await();
      throw error;
    });
    start();
    in.send(1);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(LONG));
    Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
    release.countDown();
    closing.result();
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
    assertThatThrownBy(fabric::join)
        .isInstanceOf(FabricFailedException.class)
        .cause()
        .isSameAs(error);
  }

  @Test
  void theFirstFailureIsTheCause() {
    weaving.daemon("first").then(Then.FAIL).runs(() -> {
      throw new IllegalStateException("first");
    });
    Channel<Integer> in = in();
    weaving.consumer("second", in).then(Then.FAIL).runs(number -> {
      Eventually.until(() -> fabric.failure().isPresent());
      throw new IllegalStateException("second");
    });
    weaving.register();
    assertThat(in.trySend(1)).isTrue();
    fabric.start();
    assertThatThrownBy(fabric::join).cause().hasMessage("first");
    assertThat(fabric.failure().orElseThrow()).hasMessage("first");
  }

  // ---- Components

  private AutoCloseable component(String name, List<String> closed) {
    AutoCloseable self = () -> closed.add(name);
    Weaving woven = Weaving.of(fabric, 1, name, self);
    woven.daemon("drive").runs(Eventually::forEver);
    woven.register();
    return self;
  }

  @Test
  void aCloseOfTheUserThatNeverReturnsIsInterruptedAfterTheGrace() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    component("Last", closed);
    for (String name : List.of("Stuck", "StuckToo")) {
      Monitor lock = Monitor.of(fabric, name + ".lock");
      Guard never = lock.guard(() -> false);
      AutoCloseable self = () -> lock.enterWhen(never, name + ".close()");
      Weaving.of(fabric, 1, name, self).register();
    }
    fabric.start();

    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    assertThat(timeOf(() -> report.set(fabric.close(SHORT)))).isLessThan(SOON);

    assertThat(report.get().clean()).isFalse();
    assertThat(recorder.failures).extracting(Failure::name).containsExactly("StuckToo", "Stuck");
    assertThat(recorder.failures)
        .allSatisfy(it -> assertThat(it.cause()).isInstanceOf(WaitInterruptedException.class));
    assertThat(closed).containsExactly("Last");
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void componentsAreClosedOnceInReverseOrderAfterTheDrain() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    component("A", closed);
    Channel<Integer> in = in();
    weaving.consumer("take", in).runs(number -> {
      fabric.sleep(Duration.ofMillis(20));
      closed.add("handled");
    });
    start();
    component("B", closed);
    component("C", closed);
    in.send(1);
    assertClean(closeSoon());
    fabric.close();
    assertThat(closed).containsExactly("handled", "C", "B", "A");
  }

  @Test
  void aCloseThatThrowsIsReportedAndTheOthersAreClosed() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    component("A", closed);
    Exception failure = new Exception("close");
    AutoCloseable bad = () -> {
      throw failure;
    };
    Weaving.of(fabric, 1, "Bad", bad).register();
    component("C", closed);
    fabric.start();
    closeSoon();
    assertThat(closed).containsExactly("C", "A");
    assertThat(recorder.causes()).containsExactly(failure);
    assertThat(recorder.failures.get(0).name()).isEqualTo("Bad");
    assertThat(recorder.failures.get(0).method()).isEqualTo("close");
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void anErrorInACloseFailsTheFabricAndTheOthersAreClosed() throws Exception {
    List<String> closed = new CopyOnWriteArrayList<>();
    component("A", closed);
    Error error = new AssertionError("close");
    AutoCloseable bad = () -> {
      throw error;
    };
    Weaving.of(fabric, 1, "Bad", bad).register();
    closeSoon();
    assertThat(closed).containsExactly("A");
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
    assertThat(fabric.failure()).contains(error);
  }

  @Test
  void aCloseMayCloseTheFabricAgain() throws Exception {
    AtomicBoolean closed = new AtomicBoolean();
    AutoCloseable self = () -> {
      fabric.close();
      closed.set(true);
    };
    Weaving.of(fabric, 1, "Owner", self).register();
    assertClean(closeSoon());
    assertThat(closed).isTrue();
  }

  @Test
  void aCloseThatClosesAnotherFabricWaitsForIt() throws Exception {
    Fabric inner = Fabric.builder().name("inner").build();
    Weaving woven = Weaving.of(inner, 1, "Inner", new Object());
    Channel<Integer> in = woven.<Integer>channel("in").sentByHand().make();
    AtomicInteger handled = new AtomicInteger();
    woven.consumer("take", in).runs(number -> {
      inner.sleep(SHORT);
      handled.incrementAndGet();
    });
    woven.register();
    inner.start();
    AtomicReference<Fabric.State> stateAfter = new AtomicReference<>();
    AutoCloseable owner = () -> {
      inner.close();
      stateAfter.set(inner.state());
    };
    Weaving.of(fabric, 1, "Owner", owner).register();
    in.send(1);
    closeSoon();
    assertThat(stateAfter).hasValue(Fabric.State.CLOSED);
    assertThat(handled).hasValue(1);
  }

  /** As the processor writes it: the user's class with a close, and the class woven from it. */
  private static class Journal implements AutoCloseable {
    final List<String> lines = new CopyOnWriteArrayList<>();

    void append(Integer line) {
      lines.add("line " + line);
    }

    @Override
    public void close() {
      lines.add("closed");
    }
  }

  private static class WovenJournal extends Journal {
    private final Weaving weaving;
    final Channel<Integer> in;
    final Worker worker;

    WovenJournal(Fabric fabric) {
      weaving = Weaving.of(fabric, 1, "Journal", this);
      in = weaving.<Integer>channel("in").sentByHand().make();
      worker = weaving.consumer("append", in).runs(this::append);
      weaving.register();
    }

    @Override
    public void close() {
      if (weaving.closeOnce()) {
        super.close();
      }
    }
  }

  @Test
  void aGeneratedCloseStopsItsWorkersFirstAndRunsOnce() throws Exception {
    WovenJournal journal = fabric.start(new WovenJournal(fabric));
    for (int i = 0; i < 3; i++) {
      journal.in.send(i);
    }
    journal.close();
    journal.close();
    assertThat(journal.lines).containsExactly("line 0", "line 1", "line 2", "closed");
    assertThat(journal.worker.isAlive()).isFalse();
    assertThat(journal.in.isClosed()).isTrue();
    assertThat(fabric.workers()).isEmpty();
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
    fabric.close();
    assertThat(journal.lines).hasSize(4);
  }

  @Test
  void theFabricCallsAGeneratedCloseOnceAfterTheDrain() throws Exception {
    WovenJournal journal = fabric.start(new WovenJournal(fabric));
    for (int i = 0; i < 3; i++) {
      journal.in.send(i);
    }
    fabric.close();
    journal.close();
    assertThat(journal.lines).containsExactly("line 0", "line 1", "line 2", "closed");
  }

  @Test
  void stoppingAComponentLeavesTheOthersAlone() throws Exception {
    WovenJournal journal = fabric.start(new WovenJournal(fabric));
    WovenJournal other = fabric.start(new WovenJournal(fabric));
    journal.in.send(1);
    assertClean(fabric.stop(journal, LONG));
    assertThat(journal.lines).containsExactly("line 1", "closed");
    assertThatThrownBy(() -> journal.in.send(2)).isInstanceOf(ChannelClosedException.class);
    other.in.send(3);
    other.in.awaitIdle();
    assertThat(other.lines).containsExactly("line 3");
    assertThat(fabric.workers()).isEqualTo(List.of(other.worker));
    assertClean(fabric.stop(journal, LONG));
    assertClean(fabric.stop(new Object(), LONG));
    assertThat(journal.lines).hasSize(2);
  }

  @Test
  void aComponentMayCloseItselfFromItsOwnWorker() throws Exception {
    AtomicReference<WovenJournal> self = new AtomicReference<>();
    CountDownLatch done = new CountDownLatch(1);
    Channel<Integer> in = in();
    WovenJournal journal = new WovenJournal(fabric) {
      @Override
      void append(Integer line) {
        super.append(line);
        self.get().close();
        done.countDown();
      }
    };
    self.set(journal);
    fabric.start();
    journal.in.send(1);
    Eventually.passes(done);
    Eventually.until(() -> !journal.worker.isAlive());
    assertThat(journal.lines).containsExactly("line 1", "closed");
    assertThat(in.isClosed()).isFalse();
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void stoppingAComponentEndsConsumersOfOthersChannels() throws Exception {
    Channel<Integer> in = in();
    List<Integer> taken = new CopyOnWriteArrayList<>();
    weaving.consumer("take", in).runs(taken::add);
    start();
    Object guest = new Object();
    Weaving woven = Weaving.of(fabric, 1, "Guest", guest);
    Worker worker = woven.consumer("take", in).runs(taken::add);
    woven.register();
    fabric.start();
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    assertThat(timeOf(() -> report.set(fabric.stop(guest, LONG)))).isLessThan(SOON);
    assertClean(report.get());
    assertThat(worker.isAlive()).isFalse();
    assertThat(in.isClosed()).isFalse();
    in.send(1);
    in.awaitIdle();
    assertThat(taken).containsExactly(1);
  }

  @Test
  void stoppingAComponentEndsAsSoonAsItsMessagesAreDone() throws Exception {
    Object busy = new Object();
    Weaving woven = Weaving.of(fabric, 1, "Busy", busy);
    Channel<Integer> in = woven.<Integer>channel("in").sentByHand().make();
    woven.consumer("take", in).runs(number -> release.await());
    woven.register();
    start();
    in.send(1);
    Side<ShutdownReport> stopping = Side.call(() -> fabric.stop(busy, LONG)).blocked();
    release.countDown();
    assertClean(stopping.result());
  }

  @Test
  void stoppingAComponentCountsWhatItsGraceCutShort() throws Exception {
    Object slow = new Object();
    Weaving woven = Weaving.of(fabric, 1, "Slow", slow);
    Channel<Integer> in = woven.<Integer>channel("in").sentByHand().make();
    woven.consumer("take", in).runs(number -> Eventually.forEver());
    woven.register();
    start();
    in.send(1);
    in.send(2);
    ShutdownReport report = fabric.stop(slow, SHORT);
    assertThat(report.undelivered()).isEqualTo(Map.of("Slow.in", 2));
    assertThat(report.clean()).isFalse();
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  // ---- A start that fails (THR.6)

  /** Makes threads until {@code good} have been made, then fails while {@code broken}. */
  private static final class Flaky implements ThreadFactory {
    final RuntimeException failure = new RuntimeException("no thread");
    private final AtomicInteger left;
    volatile boolean broken = true;

    Flaky(int good) {
      left = new AtomicInteger(good);
    }

    @Override
    public Thread newThread(Runnable body) {
      if (broken && left.getAndDecrement() <= 0) {
        throw failure;
      }
      return new Thread(body);
    }
  }

  /** Makes threads of which those after the first {@code good} cannot be started. */
  private static final class Feeble implements ThreadFactory {
    final Error failure = new OutOfMemoryError("unable to create native thread");
    private final AtomicInteger left;
    volatile boolean broken = true;

    Feeble(int good) {
      left = new AtomicInteger(good);
    }

    @Override
    public Thread newThread(Runnable body) {
      return new Thread(body) {
        @Override
        public void start() {
          if (broken && left.getAndDecrement() <= 0) {
            throw failure;
          }
          super.start();
        }
      };
    }
  }

  /** A pipeline with daemons; its first start fails, its second succeeds. */
  private void startTwice(Throwable failure, Runnable mend) throws Exception {
    Channel<Integer> in = in();
    List<Integer> taken = new CopyOnWriteArrayList<>();
    AtomicInteger driven = new AtomicInteger();
    weaving.consumer("take", in).concurrency(2).runs(taken::add);
    weaving.timer("tick").every(Duration.ofHours(1)).runs(() -> {});
    weaving.daemon("drive").runs(() -> {
      driven.incrementAndGet();
      Eventually.forEver();
    });
    weaving.register();
    assertThatThrownBy(fabric::start).isSameAs(failure);
    assertThat(fabric.threads()).isEmpty();
    assertThat(fabric.workers()).noneMatch(Worker::isAlive);
    assertThat(fabric.state()).isEqualTo(Fabric.State.NEW);
    mend.run();
    fabric.start();
    assertThat(fabric.workers()).allMatch(Worker::isAlive);
    in.send(1);
    in.awaitIdle();
    assertThat(taken).containsExactly(1);
    Eventually.until(() -> driven.get() > 0);
    assertClean(closeSoon());
  }

  @Test
  void thr6_aStartThatCannotMakeAThreadLeavesNothingAndMayBeRepeated() throws Exception {
    for (int good = 0; good < 3; good++) {
      Flaky factory = new Flaky(good);
      use(Fabric.builder().workerThreads(factory));
      startTwice(factory.failure, () -> factory.broken = false);
    }
  }

  @Test
  void thr6_aStartThatCannotStartAThreadLeavesNothingAndMayBeRepeated() throws Exception {
    for (int good = 0; good < 3; good++) {
      Feeble factory = new Feeble(good);
      use(Fabric.builder().workerThreads(factory));
      startTwice(factory.failure, () -> factory.broken = false);
    }
  }

  @Test
  void aFabricWhoseStartFailedCanBeClosed() throws Exception {
    Flaky factory = new Flaky(1);
    use(Fabric.builder().workerThreads(factory));
    List<String> closed = new CopyOnWriteArrayList<>();
    component("A", closed);
    component("B", closed);
    assertThatThrownBy(fabric::start).isSameAs(factory.failure);
    assertClean(closeSoon());
    assertThat(closed).containsExactly("B", "A");
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void aCloseDuringAStartThatFailsDoesNotWaitForIt() throws Exception {
    CountDownLatch making = new CountDownLatch(1);
    RuntimeException failure = new RuntimeException("no thread");
    use(Fabric.builder().workerThreads(body -> {
      making.countDown();
      Eventually.stubbornly(release);
      throw failure;
    }));
    weaving.consumer("take", in()).runs(number -> {});
    weaving.register();
    Side<Void> starting = Side.run(fabric::start);
    Eventually.passes(making);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(LONG)).blocked();
    release.countDown();
    assertThat(starting.failure()).isSameAs(failure);
    assertThat(timeOf(closing::result)).isLessThan(SOON);
  }

  @Test
  void aWorkerThatCannotBeStartedAgainStaysStopped() throws Exception {
    Flaky factory = new Flaky(1);
    use(Fabric.builder().workerThreads(factory));
    Worker worker = weaving.daemon("drive").runs(Eventually::forEver);
    start();
    worker.stop();
    worker.join();
    assertThatThrownBy(worker::start).isSameAs(factory.failure);
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    factory.broken = false;
    worker.start();
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void aTickWithoutAThreadIsReportedAndTheSeriesGoesOn() {
    Flaky factory = new Flaky(0);
    use(Fabric.builder().listener(recorder).workerThreads(factory));
    AtomicInteger runs = new AtomicInteger();
    weaving.timer("tick").every(Duration.ofMillis(5)).runs(runs::incrementAndGet);
    start();
    Eventually.until(() -> recorder.failures.size() > 1);
    assertThat(recorder.causes()).allMatch(cause -> cause == factory.failure);
    factory.broken = false;
    Eventually.until(() -> runs.get() > 1);
  }

  @Test
  void aFactoryThatMakesNoThreadFailsTheStart() {
    use(Fabric.builder().workerThreads(body -> null));
    weaving.daemon("drive").runs(() -> {});
    weaving.register();
    assertThatThrownBy(fabric::start).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void startingAgainStartsOnlyWhatIsNew() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    weaving.daemon("drive").runs(runs::incrementAndGet);
    start();
    fabric.start();
    Weaving second = Weaving.of(fabric, 1, "Second", new Object());
    Worker late = second.daemon("drive").runs(runs::incrementAndGet);
    second.register();
    assertThat(late.state()).isEqualTo(Worker.State.NEW);
    Object component = new Object();
    assertThat(fabric.start(component)).isSameAs(component);
    late.join();
    Eventually.until(() -> runs.get() == 2);
    List<Worker> all = new ArrayList<>(fabric.workers());
    assertThat(all).hasSize(2);
  }
}
