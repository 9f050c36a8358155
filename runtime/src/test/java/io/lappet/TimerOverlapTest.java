package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.Overlap;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Ticks that come while a run is not over, the limit of a run, and the handle of a timer. */
@Timeout(60)
class TimerOverlapTest {
  private static final Duration FIVE = Duration.ofSeconds(5);

  private final Recorder recorder = new Recorder();
  private final ManualSeam seam = new ManualSeam();
  private final List<Tick> ticks = new CopyOnWriteArrayList<>(); // of runs that have begun
  private final Semaphore leave = new Semaphore(0); // one for each run that is to return
  private final AtomicInteger left = new AtomicInteger();
  private final AtomicInteger interrupted = new AtomicInteger();
  private Fabric fabric;
  private Weaving weaving;

  @BeforeEach
  void control() {
    fabric = ControlledFabric.on(seam, Fabric.builder().listener(recorder));
    weaving = Weaving.of(fabric, 1, "Clock", new Object());
  }

  @AfterEach
  void closeFabric() {
    leave.release(1000);
    fabric.close(Duration.ZERO);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  /** A run that lasts until the test lets it go. */
  private void run(Tick tick) throws InterruptedException {
    ticks.add(tick);
    try {
      leave.acquire();
    } catch (InterruptedException e) {
      interrupted.incrementAndGet();
      throw e;
    } finally {
      left.incrementAndGet();
    }
  }

  private void passTo(long second) {
    while (seam.seconds() < second) {
      seam.passAndFire(Duration.ofSeconds(1));
    }
  }

  private void awaitRuns(int count) {
    Eventually.until(() -> ticks.size() >= count);
    assertThat(ticks).hasSize(count);
  }

  private void letOneLeave() {
    int before = left.get();
    leave.release();
    Eventually.until(() -> left.get() > before);
  }

  private static List<Long> scheduled(List<Tick> ticks) {
    return ticks.stream().map(tick -> tick.scheduled().getEpochSecond()).toList();
  }

  private static List<Long> actual(List<Tick> ticks) {
    return ticks.stream().map(tick -> tick.actual().getEpochSecond()).toList();
  }

  private static List<Integer> missed(List<Tick> ticks) {
    return ticks.stream().map(Tick::missed).toList();
  }

  // ---- Overlap

  @Test
  void theFirstTickWaitsAndTheOthersAreMissed() {
    Timer timer = weaving.timer("tick").every(FIVE).overlap(Overlap.QUEUE_ONE).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    passTo(18);
    letOneLeave();
    awaitRuns(2);
    letOneLeave();
    passTo(20);
    awaitRuns(3);
    assertThat(scheduled(ticks)).containsExactly(5L, 10L, 20L);
    assertThat(actual(ticks)).containsExactly(5L, 18L, 20L);
    assertThat(missed(ticks)).containsExactly(0, 0, 1);
    assertThat(timer.missed()).isEqualTo(1);
  }

  @Test
  void thePresentRunIsInterruptedAndTheNewOneBeginsWhenItHasReturned() {
    Timer timer =
        weaving.timer("tick").every(FIVE).overlap(Overlap.CANCEL_PREVIOUS).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    passTo(10);
    awaitRuns(2);
    assertThat(interrupted).hasValue(1);
    letOneLeave();
    passTo(15);
    awaitRuns(3);
    letOneLeave();
    assertThat(interrupted).hasValue(1);
    assertThat(scheduled(ticks)).containsExactly(5L, 10L, 15L);
    assertThat(recorder.failures).isEmpty();
    assertThat(timer.runs()).isEqualTo(3);
    Eventually.until(() -> timer.handled() == 2);
    assertThat(timer.failures()).isZero();
  }

  @Test
  void aRunThatDoesNotHeedItsInterruptIsWaitedFor() throws Exception {
    CountDownLatch go = new CountDownLatch(1);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    weaving.timer("tick").every(FIVE).overlap(Overlap.CANCEL_PREVIOUS).runsWith(tick -> {
      most.accumulateAndGet(inside.incrementAndGet(), Math::max);
      ticks.add(tick);
      Eventually.stubbornly(go);
      inside.decrementAndGet();
      assertThat(Thread.interrupted()).isEqualTo(tick.scheduled().getEpochSecond() == 5);
    });
    start();
    passTo(5);
    awaitRuns(1);
    passTo(17);
    assertThat(ticks).hasSize(1);
    go.countDown();
    awaitRuns(2);
    passTo(20);
    awaitRuns(3);
    assertThat(scheduled(ticks)).containsExactly(5L, 15L, 20L);
    assertThat(most).hasValue(1);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aPauseBeforeARetryEndsWhenTheRunIsCutShort() {
    Timer timer = weaving
        .timer("tick")
        .every(FIVE)
        .overlap(Overlap.CANCEL_PREVIOUS)
        .retries(3)
        .backoff(Duration.ofHours(1))
        .runsWith(tick -> {
          ticks.add(tick);
          throw new IllegalStateException("tick");
        });
    start();
    passTo(5);
    awaitRuns(1);
    Eventually.until(() -> timer.state() == Worker.State.BACKING_OFF);
    passTo(10);
    awaitRuns(2);
    Eventually.until(() -> recorder.failures.size() == 1);
  }

  @Test
  void runsOverlapUpToTheirNumber() {
    Timer timer = weaving
        .timer("tick")
        .every(FIVE)
        .overlap(Overlap.PARALLEL)
        .concurrency(2)
        .runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    passTo(10);
    awaitRuns(2);
    assertThat(timer.threads().stream().map(Thread::getName))
        .containsExactlyInAnyOrder("Clock.tick-1", "Clock.tick-2");
    passTo(22);
    assertThat(ticks).hasSize(2);
    letOneLeave();
    awaitRuns(3);
    assertThat(scheduled(ticks)).containsExactly(5L, 10L, 20L);
    assertThat(missed(ticks)).containsExactly(0, 0, 1);
    letOneLeave();
    passTo(25);
    awaitRuns(4);
  }

  @Test
  void severalTimersOfOneMethodDoNotOverlap() {
    Timer first = weaving.timer("tick").every(FIVE).runsWith(this::run);
    Timer second = weaving.timer("tick").every(Duration.ofSeconds(7)).runsWith(this::run);
    weaving.timer("other").every(Duration.ofSeconds(6)).runsWith(this::run);
    start();
    assertThat(List.of(first.name(), second.name())).containsExactly("Clock.tick", "Clock.tick#2");
    passTo(5);
    awaitRuns(1);
    passTo(6);
    awaitRuns(2); // another method
    passTo(7);
    assertThat(second.runs()).isZero();
    leave.release(2);
    Eventually.until(() -> second.runs() == 1);
    assertThat(scheduled(ticks)).containsExactly(5L, 6L, 7L);
  }

  @Test
  void aTimerOfTheSameMethodIsCutShort() {
    Timer first = weaving.timer("tick").every(FIVE).runsWith(this::run);
    Timer second = weaving
        .timer("tick")
        .every(Duration.ofSeconds(7))
        .overlap(Overlap.CANCEL_PREVIOUS)
        .runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    passTo(7);
    awaitRuns(2);
    assertThat(interrupted).hasValue(1);
    assertThat(List.of(first.runs(), second.runs())).containsExactly(1L, 1L);
  }

  @Test
  void stoppingOneOfSeveralTimersThatWaitsLetsTheOthersGoOn() throws Exception {
    Timer first = weaving.timer("tick").every(FIVE).runsWith(this::run);
    Timer second = weaving.timer("tick").every(FIVE).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    second.stop();
    second.join();
    letOneLeave();
    passTo(10);
    awaitRuns(2);
    assertThat(first.runs()).isEqualTo(2);
    letOneLeave();
    second.start();
    passTo(15);
    awaitRuns(3);
    letOneLeave();
    awaitRuns(4);
    assertThat(second.runs()).isEqualTo(1);
  }

  @Test
  void aTimerPausedWhileItsTickWaitsRunsItAfterwards() {
    weaving.timer("tick").every(Duration.ofHours(1)).initialDelay(FIVE).runsWith(this::run);
    Timer second =
        weaving.timer("tick").every(Duration.ofHours(1)).initialDelay(FIVE).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    second.pause();
    letOneLeave();
    passTo(6);
    assertThat(second.runs()).isZero();
    second.resume();
    awaitRuns(2);
    assertThat(second.runs()).isEqualTo(1);
  }

  // ---- The limit of a run

  @Test
  void aRunThatTakesTooLongIsInterruptedAndHasFailed() {
    Timer timer =
        weaving.timer("tick").every(FIVE).timeout(Duration.ofSeconds(2)).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    passTo(7);
    Eventually.until(() -> recorder.failures.size() == 1);
    assertThat(recorder.causes().get(0))
        .isInstanceOf(TimeoutException.class)
        .hasMessageContaining("Clock.tick")
        .hasMessageContaining("PT2S");
    assertThat(interrupted).hasValue(1);
    passTo(10);
    awaitRuns(2);
    letOneLeave();
    Eventually.until(() -> timer.handled() == 1);
    passTo(13);
    assertThat(timer.failures()).isEqualTo(1);
  }

  @Test
  void theInterruptOfALimitDoesNotOutliveTheBody() {
    CountDownLatch go = new CountDownLatch(1);
    List<Boolean> flags = new CopyOnWriteArrayList<>();
    Timer timer = weaving
        .timer("tick")
        .every(FIVE)
        .timeout(Duration.ofSeconds(2))
        .retries(1)
        .backoff(Duration.ZERO)
        .runsWith(tick -> {
          flags.add(Thread.currentThread().isInterrupted());
          ticks.add(tick);
          Eventually.stubbornly(go);
        });
    start();
    passTo(5);
    awaitRuns(1);
    passTo(8);
    go.countDown(); // the first call returns normally, but too late
    Eventually.until(() -> timer.handled() == 1);
    assertThat(flags).containsExactly(false, false);
    assertThat(timer.failures()).isEqualTo(1);
    assertThat(recorder.failures).isEmpty();
  }

  // ---- Chance

  @Test
  void jitterPutsRunsOffAndTheGridStays() {
    weaving
        .timer("tick")
        .every(Duration.ofSeconds(10))
        .jitter(Duration.ofSeconds(8))
        .runsWith(ticks::add);
    start();
    for (int run = 1; run <= 10; run++) {
      passTo(run * 10 + 9);
      awaitRuns(run);
    }
    assertThat(scheduled(ticks)).containsExactly(10L, 20L, 30L, 40L, 50L, 60L, 70L, 80L, 90L, 100L);
    assertThat(actual(ticks).stream().map(second -> second % 10).distinct().count())
        .isGreaterThan(1);
    assertThat(missed(ticks)).containsOnly(0);
    assertThat(recorder.late) // the clock of the test does not wait for threads to begin
        .allSatisfy(late -> assertThat(late.culprit()).contains("start of its thread"));
  }

  // ---- Lateness

  @Test
  void aRunHeldUpByThePreviousOneIsReportedAsLate() {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    assertThat(recorder.late).isEmpty();
    passTo(18);
    letOneLeave();
    awaitRuns(2);
    assertThat(recorder.late).hasSize(1);
    LateTick late = recorder.late.get(0);
    assertThat(late.timer()).isSameAs(timer);
    assertThat(late.tick()).isEqualTo(ticks.get(1));
    assertThat(late.lateness()).isEqualTo(Duration.ofSeconds(8));
    assertThat(late.culprit()).contains("previous run").contains("8000 ms");
  }

  @Test
  void aClockThatSkipsIsReportedAsAMachineThatStoodStill() {
    weaving.timer("tick").every(FIVE).runsWith(ticks::add);
    start();
    seam.pass(Duration.ofSeconds(17));
    awaitRuns(1);
    assertThat(missed(ticks)).containsExactly(2);
    assertThat(recorder.late).hasSize(1);
    assertThat(recorder.late.get(0).culprit()).contains("machine").contains("12000 ms");
    passTo(20);
    awaitRuns(2);
    assertThat(recorder.late).hasSize(1);
  }

  @Test
  void aPauseIsNotReportedAsLate() {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(ticks::add);
    start();
    timer.pause();
    passTo(17);
    timer.resume();
    awaitRuns(1);
    assertThat(missed(ticks)).containsExactly(2);
    assertThat(recorder.late).isEmpty();
  }

  // ---- The handle

  @Test
  void aTriggeredRunIsBesideTheSeries() {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(this::run);
    start();
    assertThat(timer.nextRun()).contains(Instant.ofEpochSecond(5));
    assertThat(timer.lastRun()).isEmpty();
    passTo(2);
    timer.trigger();
    awaitRuns(1);
    timer.trigger();
    timer.trigger();
    passTo(3);
    letOneLeave();
    awaitRuns(2);
    letOneLeave();
    passTo(5);
    awaitRuns(3);
    assertThat(scheduled(ticks)).containsExactly(2L, 2L, 5L);
    assertThat(actual(ticks)).containsExactly(2L, 3L, 5L);
    assertThat(timer.nextRun()).contains(Instant.ofEpochSecond(10));
    assertThat(timer.lastRun()).contains(Instant.ofEpochSecond(5));
    assertThat(timer.runs()).isEqualTo(3);
    assertThat(timer.missed()).isZero();
  }

  @Test
  void aPausedTimerCanBeTriggered() {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(ticks::add);
    start();
    timer.pause();
    passTo(6);
    assertThat(timer.nextRun()).isEmpty();
    timer.trigger();
    awaitRuns(1);
    assertThat(timer.state()).isEqualTo(Worker.State.PAUSED);
    Eventually.until(() -> timer.handled() == 1);
    timer.resume();
    awaitRuns(2);
    assertThat(scheduled(ticks)).containsExactly(6L, 5L);
  }

  @Test
  void onlyATimerThatIsAliveCanBeTriggered() throws Exception {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(ticks::add);
    assertThatThrownBy(timer::trigger).isInstanceOf(IllegalThreadStateException.class);
    start();
    timer.stop();
    timer.join();
    assertThatThrownBy(timer::trigger).isInstanceOf(IllegalThreadStateException.class);
    assertThat(timer.nextRun()).isEmpty();
    assertThat(ticks).isEmpty();
  }

  @Test
  void anotherPeriodBeginsNow() {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(ticks::add);
    start();
    passTo(2);
    timer.reschedule(Duration.ofSeconds(1));
    assertThat(timer.nextRun()).contains(Instant.ofEpochSecond(3));
    passTo(3);
    awaitRuns(1);
    Eventually.until(() -> timer.nextRun().equals(Optional.of(Instant.ofEpochSecond(4))));
    timer.reschedule(Duration.ofSeconds(10));
    passTo(12);
    assertThat(ticks).hasSize(1);
    passTo(13);
    awaitRuns(2);
    assertThat(scheduled(ticks)).containsExactly(3L, 13L);
    assertThatThrownBy(() -> timer.reschedule(Duration.ZERO))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anotherPeriodDuringARunCountsFromNow() {
    Timer timer = weaving.timer("tick").every(FIVE).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    passTo(12); // the tick of second 10 waits
    timer.reschedule(Duration.ofSeconds(8));
    letOneLeave();
    passTo(19);
    assertThat(ticks).hasSize(1);
    passTo(20);
    awaitRuns(2);
    assertThat(scheduled(ticks)).containsExactly(5L, 20L);
    assertThat(timer.missed()).isEqualTo(1);
  }

  @Test
  void anotherFixedDelayCountsFromTheEndOfTheRun() {
    Timer timer = weaving.timer("tick").fixedDelay(FIVE).runsWith(this::run);
    start();
    passTo(5);
    awaitRuns(1);
    assertThat(timer.nextRun()).isEmpty();
    timer.reschedule(Duration.ofSeconds(2));
    passTo(8);
    letOneLeave();
    Eventually.until(() -> timer.nextRun().equals(Optional.of(Instant.ofEpochSecond(10))));
    passTo(10);
    awaitRuns(2);
  }

  // ---- What the compiler would have refused

  @Test
  void contradictionsAreRefused() {
    Duration none = Duration.ZERO;
    for (Body wrong : List.<Body>of(
        () -> weaving.timer("a").runs(() -> {}),
        () -> weaving.timer("a").every(FIVE).concurrency(2).runs(() -> {}),
        () -> weaving.timer("a").fixedDelay(FIVE).overlap(Overlap.PARALLEL).runs(() -> {}),
        () -> weaving.timer("a").every(FIVE).jitter(Duration.ofSeconds(6)).runs(() -> {}),
        () -> weaving.timer("a").every(FIVE).jitter(Duration.ofSeconds(-1)).runs(() -> {}),
        () -> weaving.timer("a").every(FIVE).timeout(none).runs(() -> {}))) {
      assertThatThrownBy(wrong::run).isInstanceOf(IllegalArgumentException.class);
    }
  }
}
