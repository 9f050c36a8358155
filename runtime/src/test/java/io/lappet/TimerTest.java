package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.gen.TimersAt;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import io.lappet.internal.fabric.Calendar;
import io.lappet.internal.seam.SystemSeam;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Periodic methods. */
@Timeout(60)
class TimerTest {
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Clock", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  // ---- With the clock of the system

  @Test
  void theFirstRunComesAfterOnePeriod() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    weaving.timer("tick").every(Duration.ofMillis(300)).runs(ran::countDown);
    long begin = System.nanoTime();
    start();
    Eventually.passes(ran);
    assertThat(Duration.ofNanos(System.nanoTime() - begin))
        .isGreaterThanOrEqualTo(Duration.ofMillis(300));
  }

  @Test
  void anInitialDelayOfZeroRunsAtOnce() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    weaving
        .timer("tick")
        .every(Duration.ofHours(1))
        .initialDelay(Duration.ZERO)
        .runs(ran::countDown);
    start();
    Eventually.passes(ran);
  }

  @Test
  void aFixedDelayCountsFromTheEndOfARun() throws Exception {
    Duration pause = Duration.ofMillis(20);
    List<long[]> runs = new CopyOnWriteArrayList<>();
    weaving.timer("tick").fixedDelay(pause).runs(() -> {
      long begin = System.nanoTime();
      fabric.sleep(pause);
      runs.add(new long[] {begin, System.nanoTime()});
    });
    start();
    Eventually.until(() -> runs.size() >= 8);
    for (int i = 1; i < 8; i++) {
      assertThat(Duration.ofNanos(runs.get(i)[0] - runs.get(i - 1)[1]))
          .isGreaterThanOrEqualTo(pause);
    }
  }

  @Test
  void twoPeriodicMethodsDoNotHoldEachOtherUp() throws Exception {
    AtomicInteger shortRuns = new AtomicInteger();
    weaving.timer("slow").every(Duration.ofMillis(10)).runs(Eventually::forEver);
    weaving.timer("short").every(Duration.ofMillis(10)).runs(shortRuns::incrementAndGet);
    start();
    Eventually.until(() -> shortRuns.get() >= 15);
  }

  @Test
  void aFailingRunIsReportedAndTheSeriesGoesOn() throws Exception {
    RuntimeException failure = new RuntimeException("second");
    AtomicInteger runs = new AtomicInteger();
    Worker worker = weaving.timer("tick").every(Duration.ofMillis(10)).runs(() -> {
      if (runs.incrementAndGet() == 2) {
        throw failure;
      }
    });
    start();
    Eventually.until(() -> runs.get() >= 5);
    assertThat(recorder.causes()).containsExactly(failure);
    Failure report = recorder.failures.get(0);
    assertThat(report.name()).isEqualTo("Clock.tick");
    assertThat(report.method()).isEqualTo("tick");
    assertThat(report.thread().getName()).isEqualTo("Clock.tick");
    assertThat(report.decision()).isEqualTo(Then.CONTINUE);
    assertThat(worker.failures()).isEqualTo(1);
    assertThat(worker.lastFailure()).contains(failure);
  }

  @Test
  void runsOfOneMethodNeverOverlap() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger overlaps = new AtomicInteger();
    AtomicInteger runs = new AtomicInteger();
    weaving.timer("tick").every(Duration.ofNanos(1)).runs(() -> {
      if (inside.incrementAndGet() > 1) {
        overlaps.incrementAndGet();
      }
      Thread.yield();
      inside.decrementAndGet();
      runs.incrementAndGet();
    });
    start();
    Eventually.until(() -> runs.get() > 500);
    assertThat(overlaps).hasValue(0);
  }

  @Test
  void aStoppedTimerRunsNoMoreUntilItIsStartedAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Worker worker = weaving.timer("tick").every(Duration.ofMillis(5)).runs(runs::incrementAndGet);
    start();
    Eventually.until(() -> runs.get() >= 3);
    worker.stop();
    worker.stop();
    worker.join();
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    int before = runs.get();
    Eventually.letPass(Duration.ofMillis(50));
    assertThat(runs).hasValue(before);
    worker.start();
    Eventually.until(() -> runs.get() >= before + 3);
    assertThat(worker.isAlive()).isTrue();
  }

  @Test
  void stoppingDuringARunLetsItEndAndNoOtherFollows() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicInteger completed = new AtomicInteger();
    Worker worker = weaving.timer("tick").every(Duration.ofMillis(5)).runs(() -> {
      entered.countDown();
      leave.await();
      completed.incrementAndGet();
    });
    start();
    Eventually.passes(entered);
    worker.stop();
    worker.stop();
    assertThat(worker.isStopping()).isTrue();
    assertThat(worker.join(Duration.ofMillis(50))).isFalse();
    assertThatThrownBy(worker::start).isInstanceOf(IllegalThreadStateException.class);
    leave.countDown();
    worker.join();
    assertThat(completed).hasValue(1);
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
  }

  @Test
  void aTimerThatFailsInItsLastRunAfterAStopMayBeStartedAgain() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Worker worker = weaving.timer("tick").every(Duration.ofMillis(5)).runs(() -> {
      if (runs.incrementAndGet() == 1) {
        entered.countDown();
        leave.await();
        throw new IllegalStateException("last run");
      }
    });
    start();
    Eventually.passes(entered);
    worker.stop();
    leave.countDown();
    worker.join();
    assertThat(recorder.failures).hasSize(1);
    assertThat(worker.state()).isEqualTo(Worker.State.STOPPED);
    worker.start();
    Eventually.until(() -> runs.get() > 2);
  }

  @Test
  void theLongestPeriodRunsOnceAndHoldsUpNothing() throws Exception {
    AtomicInteger longest = new AtomicInteger();
    weaving
        .timer("longest")
        .every(LARGEST)
        .initialDelay(Duration.ZERO)
        .runs(longest::incrementAndGet);
    weaving.timer("never").every(LARGEST).runs(longest::incrementAndGet);
    AtomicInteger others = new AtomicInteger();
    weaving.timer("other").every(Duration.ofMillis(5)).runs(others::incrementAndGet);
    start();
    fabric.submit("task", () -> 1).join();
    Eventually.until(() -> others.get() > 5 && longest.get() > 0);
    assertThat(longest).hasValue(1);
  }

  @Test
  void aPeriodMustBePositive() {
    for (Duration wrong : List.of(Duration.ZERO, Duration.ofMillis(-1))) {
      assertThatThrownBy(() -> weaving.timer("tick").every(wrong).runs(() -> {}))
          .isInstanceOf(IllegalArgumentException.class);
    }
  }

  @Test
  void aTimersResultIsSentUnlessItIsNull() throws Exception {
    Channel<Integer> out = weaving.<Integer>channel("out").receivedByHand().make();
    AtomicInteger runs = new AtomicInteger();
    weaving
        .timer("count")
        .every(Duration.ofMillis(5))
        .sends(
            () -> {
              int run = runs.incrementAndGet();
              return run % 2 == 0 ? null : run;
            },
            out);
    start();
    assertThat(List.of(out.receive(), out.receive(), out.receive())).containsExactly(1, 3, 5);
  }

  @Test
  void anErrorInATimerFailsTheFabric() {
    Error error = new AssertionError("tick");
    weaving.timer("tick").every(Duration.ofMillis(5)).runs(() -> {
      throw error;
    });
    start();
    assertThatThrownBy(fabric::join)
        .isInstanceOf(FabricFailedException.class)
        .cause()
        .isSameAs(error);
    assertThat(recorder.causes()).containsExactly(error);
    assertThat(recorder.failures.get(0).decision()).isEqualTo(Then.FAIL);
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aRunHasAVirtualThreadWithTheNameOfTheTimer() throws Exception {
    List<String> threads = new CopyOnWriteArrayList<>();
    weaving
        .timer("tick")
        .every(Duration.ofMillis(5))
        .runs(() -> threads.add(Thread.currentThread().toString()));
    start();
    Eventually.until(() -> threads.size() > 2);
    assertThat(threads).allMatch(text -> text.contains("VirtualThread"));
    assertThat(threads).allMatch(text -> text.contains("Clock.tick"));
  }

  @Test
  void onlyWhatRunsSeldomMayBeLate() {
    assertThat(leeway(Duration.ofMillis(1))).isZero();
    assertThat(leeway(Duration.ofSeconds(10).minusNanos(1))).isZero();
    assertThat(leeway(Duration.ofSeconds(10))).isEqualTo(Duration.ofSeconds(10).dividedBy(256));
    assertThat(leeway(Duration.ofMinutes(1))).isEqualTo(Duration.ofMinutes(1).dividedBy(256));
    assertThat(leeway(Duration.ofDays(1))).isEqualTo(Duration.ofMillis(250));
  }

  private static Duration leeway(Duration period) {
    return Duration.ofNanos(SystemSeam.INSTANCE.leeway(period.toNanos()));
  }

  @Test
  void aTimerThatWasStoppedKeepsNothingUntilItsTimeWouldHaveCome() throws Exception {
    WeakReference<Object> component = startedAndStopped();
    Eventually.until(() -> {
      System.gc();
      return component.get() == null;
    });
  }

  private WeakReference<Object> startedAndStopped() {
    AtomicInteger self = new AtomicInteger();
    Weaving own = Weaving.of(fabric, 1, "Daily", self);
    own.timer("tick").every(Duration.ofDays(1)).runs(self::incrementAndGet);
    own.register();
    fabric.start();
    assertThat(fabric.stop(self, Duration.ofSeconds(30)).clean()).isTrue();
    return new WeakReference<>(self);
  }

  // ---- With a clock of the test

  @Nested
  class Controlled {
    private final ManualSeam seam = new ManualSeam();
    private final List<Long> runs = new CopyOnWriteArrayList<>();
    private final List<Tick> ticks = new CopyOnWriteArrayList<>();

    @BeforeEach
    void control() {
      fabric = ControlledFabric.on(seam, Fabric.builder().listener(recorder));
      weaving = Weaving.of(fabric, 1, "Clock", new Object());
    }

    private void record(Tick tick) {
      ticks.add(tick);
      runs.add(seam.seconds());
    }

    private void passTo(long second) {
      while (seam.seconds() < second) {
        seam.pass(Duration.ofSeconds(1));
      }
    }

    private void awaitRuns(Long... expected) {
      Eventually.until(() -> runs.size() >= expected.length);
      assertThat(runs).containsExactly(expected);
    }

    @Test
    void missedTicksBecomeOneRunAndTheGridGoesOn() throws Exception {
      CountDownLatch leave = new CountDownLatch(1);
      weaving.timer("tick").every(Duration.ofSeconds(5)).runsWith(tick -> {
        record(tick);
        if (runs.size() == 1) {
          leave.await();
        }
      });
      start();
      passTo(5);
      awaitRuns(5L);
      passTo(18);
      leave.countDown();
      awaitRuns(5L, 18L);
      passTo(20);
      awaitRuns(5L, 18L, 20L);
      passTo(25);
      awaitRuns(5L, 18L, 20L, 25L);
      passTo(30);
      awaitRuns(5L, 18L, 20L, 25L, 30L);
      assertThat(ticks.stream().map(Tick::missed)).containsExactly(0, 1, 0, 0, 0);
      assertThat(ticks.stream().map(tick -> tick.scheduled().getEpochSecond()))
          .containsExactly(5L, 15L, 20L, 25L, 30L);
      assertThat(ticks.get(1).actual()).isEqualTo(Instant.EPOCH.plusSeconds(18));
    }

    @Test
    void runsThatMayBeALittleLateShareAMoment() {
      seam.allow(Duration.ofNanos(1L << 30)); // 66 times that is 70.866 s
      Duration period = Duration.ofSeconds(60);
      weaving.timer("one").every(period).initialDelay(second(10)).runsWith(this::record);
      weaving.timer("two").every(period).initialDelay(second(10.25)).runsWith(this::record);
      start();
      seam.passAndFire(second(10));
      Eventually.until(() -> ticks.size() == 1);
      seam.passAndFire(second(0.25));
      Eventually.until(() -> ticks.size() == 2);
      seam.passAndFire(second(60.25)); // 70.5
      assertThat(ticks).hasSize(2);
      seam.passAndFire(second(0.5)); // 71
      Eventually.until(() -> ticks.size() == 4);
      assertThat(ticks.stream().map(tick -> Duration.between(Instant.EPOCH, tick.actual())))
          .containsExactly(second(10), second(10.25), second(71), second(71));
      assertThat(ticks.stream().map(tick -> Duration.between(Instant.EPOCH, tick.scheduled())))
          .containsExactlyInAnyOrder(second(10), second(10.25), second(70), second(70.25));
      assertThat(ticks).allMatch(tick -> tick.missed() == 0);
    }

    @Test
    void whatSomebodyHasPlacedIsOnTimeAllTheSame() {
      seam.allow(Duration.ofNanos(1L << 40)); // a quarter of an hour
      weaving.timer("period").every(Duration.ofSeconds(30)).runsWith(this::record);
      Calendar minutes = instant -> instant.truncatedTo(ChronoUnit.MINUTES).plusSeconds(60);
      TimersAt.of(weaving, "minute", minutes).runsWith(this::record);
      start();
      Task<Void> task = fabric.after(Duration.ofSeconds(10), "late", () -> {});
      seam.passAndFire(second(10));
      Eventually.until(task::isDone);
      seam.passAndFire(second(20)); // the first run of the period
      awaitRuns(30L);
      seam.passAndFire(second(30)); // not its second one
      awaitRuns(30L, 60L);
      seam.passAndFire(second(60));
      awaitRuns(30L, 60L, 120L);
    }

    private Duration second(double seconds) {
      return Duration.ofMillis((long) (1000 * seconds));
    }

    @Test
    void ticksMissedInAPauseBecomeOneRunAndTheGridGoesOn() {
      Worker worker = weaving.timer("tick").every(Duration.ofSeconds(5)).runsWith(this::record);
      start();
      passTo(5);
      awaitRuns(5L);
      worker.pause();
      assertThat(worker.state()).isEqualTo(Worker.State.PAUSED);
      passTo(13);
      assertThat(runs).containsExactly(5L);
      worker.resume();
      awaitRuns(5L, 13L);
      passTo(15);
      awaitRuns(5L, 13L, 15L);
    }

    @Test
    void aFixedDelayHasOneTickAtATimeSoAPauseMissesNone() {
      Timer timer = weaving.timer("tick").fixedDelay(Duration.ofSeconds(5)).runsWith(this::record);
      start();
      passTo(5);
      awaitRuns(5L);
      Eventually.until(() -> timer.nextRun().isPresent()); // the run has ended
      timer.pause();
      passTo(33);
      timer.resume();
      awaitRuns(5L, 33L);
      Eventually.until(() -> timer.nextRun().isPresent());
      passTo(38);
      awaitRuns(5L, 33L, 38L);
      assertThat(ticks.stream().map(Tick::missed)).containsExactly(0, 0, 0);
      assertThat(ticks.stream().map(tick -> tick.scheduled().getEpochSecond()))
          .containsExactly(5L, 10L, 38L);
      assertThat(timer.missed()).isZero();
    }

    @Test
    void aPauseThatMissesNothingChangesNothing() {
      Worker worker = weaving.timer("tick").every(Duration.ofSeconds(5)).runsWith(this::record);
      start();
      passTo(2);
      worker.pause();
      passTo(4);
      worker.resume();
      passTo(5);
      awaitRuns(5L);
    }

    @Test
    void aTimerStartedAgainBeginsANewGrid() throws Exception {
      Worker worker = weaving.timer("tick").every(Duration.ofSeconds(5)).runsWith(this::record);
      start();
      passTo(5);
      awaitRuns(5L);
      worker.stop();
      worker.join();
      passTo(13);
      assertThat(runs).containsExactly(5L);
      worker.start();
      passTo(18);
      awaitRuns(5L, 18L);
    }

    @Test
    void aTaskAddedWhileOthersWaitTakesItsPlace() {
      List<Long> due = new CopyOnWriteArrayList<>();
      fabric.after(Duration.ofSeconds(3), "three", () -> due.add(seam.seconds()));
      fabric.after(Duration.ofSeconds(1), "one", () -> {
        for (long more : List.of(2L, 4L, 5L)) {
          Duration delay = Duration.ofSeconds(more - 1);
          fabric.after(delay, "more", () -> due.add(seam.seconds()));
        }
        due.add(seam.seconds());
      });
      for (int second = 1; second <= 5; second++) {
        passTo(second);
        int runsSoFar = second;
        Eventually.until(() -> due.size() == runsSoFar);
      }
      assertThat(due).containsExactly(1L, 2L, 3L, 4L, 5L);
    }

    @Test
    void nothingRunsBeforeItsTime() throws Exception {
      AtomicInteger early = new AtomicInteger();
      fabric.after(Duration.ofNanos(1_000_000_001), "late", early::incrementAndGet);
      seam.pass(Duration.ofSeconds(1));
      Eventually.letPass(Duration.ofMillis(50));
      assertThat(early).hasValue(0);
      seam.pass(Duration.ofNanos(1));
      Eventually.until(() -> early.get() == 1);
    }

    @Test
    void aSleepFollowsTheClockOfTheFabric() throws Exception {
      Side<Void> sleeper = Side.run(() -> fabric.sleep(Duration.ofDays(1))).blocked();
      seam.pass(Duration.ofDays(1));
      sleeper.result();
      fabric.sleep(Duration.ZERO);
      fabric.sleep(Duration.ofSeconds(Long.MIN_VALUE));
    }

    @Test
    void aFailingTickIsTriedAgainAfterItsPauses() {
      Worker worker = weaving
          .timer("tick")
          .every(Duration.ofSeconds(60))
          .retries(2)
          .backoff(Duration.ofSeconds(1))
          .runsWith(tick -> {
            record(tick);
            throw new IllegalStateException("tick");
          });
      start();
      passTo(60);
      awaitRuns(60L);
      Eventually.until(() -> worker.state() == Worker.State.BACKING_OFF);
      passTo(61);
      awaitRuns(60L, 61L);
      Eventually.until(() -> worker.state() == Worker.State.BACKING_OFF);
      passTo(62);
      assertThat(runs).hasSize(2);
      passTo(63);
      awaitRuns(60L, 61L, 63L);
      Eventually.until(() -> recorder.failures.size() == 1);
      assertThat(worker.failures()).isEqualTo(3);
    }
  }
}
