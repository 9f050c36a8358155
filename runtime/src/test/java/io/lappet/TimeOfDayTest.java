package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.TimersAt;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import io.lappet.internal.fabric.Calendar;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Timers and tasks at times of day, while the clock on the wall does what it likes. */
@Timeout(60)
class TimeOfDayTest {
  private static final Calendar EVERY_MINUTE =
      instant -> Instant.ofEpochSecond(Math.floorDiv(instant.getEpochSecond(), 60) * 60 + 60);

  private final Recorder recorder = new Recorder();
  private final ManualSeam seam = new ManualSeam();
  private final List<Tick> ticks = new CopyOnWriteArrayList<>();
  private Fabric fabric;
  private Weaving weaving;

  @BeforeEach
  void control() {
    fabric = ControlledFabric.on(seam, Fabric.builder().listener(recorder));
    weaving = Weaving.of(fabric, 1, "Clock", new Object());
  }

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private Timer start(Calendar calendar) {
    Timer timer = TimersAt.of(weaving, "tick", calendar).runsWith(ticks::add);
    weaving.register();
    fabric.start();
    return timer;
  }

  /** Lets seconds pass. */
  private void pass(int seconds) {
    for (int second = 0; second < seconds; second++) {
      seam.passAndFire(Duration.ofSeconds(1));
    }
  }

  private void awaitRuns(int count) {
    Eventually.until(() -> ticks.size() >= count);
    assertThat(ticks).hasSize(count);
  }

  private List<Long> scheduled() {
    return ticks.stream().map(tick -> tick.scheduled().getEpochSecond()).toList();
  }

  @Test
  void runsAtItsTimes() {
    Timer timer = start(EVERY_MINUTE);
    assertThat(timer.nextRun()).contains(Instant.ofEpochSecond(60));
    pass(59);
    assertThat(ticks).isEmpty();
    pass(1);
    awaitRuns(1);
    assertThat(timer.nextRun()).contains(Instant.ofEpochSecond(120));
    pass(60);
    awaitRuns(2);
    assertThat(scheduled()).containsExactly(60L, 120L);
    assertThat(ticks.get(1).actual()).isEqualTo(Instant.ofEpochSecond(120));
    assertThat(recorder.late).isEmpty();
    assertThatThrownBy(() -> timer.reschedule(Duration.ofSeconds(1)))
        .isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aClockPutForwardOverSeveralTimesMakesOneRun() {
    seam.setWallClock(Duration.ZERO);
    Timer timer = start(EVERY_MINUTE);
    pass(10);
    seam.setWallClock(Duration.ofSeconds(300)); // it shows 310
    pass(1);
    awaitRuns(1);
    pass(48);
    assertThat(ticks).hasSize(1);
    pass(1);
    awaitRuns(2);
    assertThat(scheduled()).containsExactly(300L, 360L);
    assertThat(ticks.get(0).missed()).isEqualTo(4);
    assertThat(timer.missed()).isEqualTo(4);
    assertThat(recorder.late).isEmpty();
  }

  @Test
  void aClockPutForwardByADecadeMakesOneRunSoon() {
    seam.setWallClock(Duration.ZERO);
    Timer timer = start(EVERY_MINUTE);
    seam.setWallClock(Duration.ofDays(3650));
    pass(1);
    awaitRuns(1);
    assertThat(ticks.get(0).scheduled()).isEqualTo(Instant.EPOCH.plus(Duration.ofDays(3650)));
    assertThat(timer.missed()).isEqualTo(1000); // no more are counted
  }

  @Test
  void aClockPutBackALittleDoesNotRepeatATime() {
    seam.setWallClock(Duration.ZERO);
    start(EVERY_MINUTE);
    pass(70);
    awaitRuns(1);
    seam.setWallClock(Duration.ofSeconds(-30)); // it shows 40
    pass(79);
    assertThat(ticks).hasSize(1);
    pass(1);
    awaitRuns(2);
    assertThat(scheduled()).containsExactly(60L, 120L);
    assertThat(ticks.get(1).actual()).isEqualTo(Instant.ofEpochSecond(120));
  }

  @Test
  void nothingIsEarlyWhenTheClockIsPutBackJustBefore() {
    seam.setWallClock(Duration.ZERO);
    start(EVERY_MINUTE);
    pass(59);
    seam.setWallClock(Duration.ofSeconds(-10)); // it shows 49
    pass(10);
    assertThat(ticks).isEmpty();
    pass(1);
    awaitRuns(1);
    assertThat(ticks.get(0).actual()).isEqualTo(Instant.ofEpochSecond(60));
  }

  @Test
  void aClockThatWasWrongByADayBeginsANewSeries() {
    seam.setWallClock(Duration.ofDays(1));
    start(EVERY_MINUTE);
    pass(60);
    awaitRuns(1);
    seam.setWallClock(Duration.ofDays(-1)); // it shows 60
    pass(60);
    awaitRuns(2);
    assertThat(scheduled()).containsExactly(86_460L, 120L);
  }

  @Test
  void aTimerWithoutAnyMoreTimesIsDone() throws Exception {
    Instant only = Instant.ofEpochSecond(5);
    Timer timer = start(instant -> instant.isBefore(only) ? only : null);
    pass(5);
    awaitRuns(1);
    timer.join();
    assertThat(timer.state()).isEqualTo(Worker.State.DONE);
    assertThat(timer.nextRun()).isEmpty();
  }

  @Test
  void aTimerWithoutAnyTimeIsDoneAtOnce() throws Exception {
    Timer timer = start(instant -> null);
    timer.join();
    assertThat(timer.state()).isEqualTo(Worker.State.DONE);
  }

  @Test
  void timesMissedDuringAPauseBecomeOneRun() {
    Timer timer = start(EVERY_MINUTE);
    timer.pause();
    pass(200);
    timer.resume();
    awaitRuns(1);
    pass(40);
    awaitRuns(2);
    assertThat(scheduled()).containsExactly(180L, 240L);
    assertThat(ticks.get(0).missed()).isEqualTo(2);
    assertThat(recorder.late).isEmpty();
  }

  @Test
  void jitterPutsARunOffAndNotTheNextTime() {
    TimersAt.of(weaving, "tick", EVERY_MINUTE).jitter(Duration.ofSeconds(30)).runsWith(ticks::add);
    weaving.register();
    fabric.start();
    pass(59);
    assertThat(ticks).isEmpty();
    for (int run = 1; run <= 5; run++) {
      pass(31);
      awaitRuns(run);
      pass(29);
    }
    assertThat(scheduled()).containsExactly(60L, 120L, 180L, 240L, 300L);
  }

  @Test
  void runsByTheClockOfTheSystemAndIsNeverEarly() {
    fabric = Fabric.builder().listener(recorder).build();
    weaving = Weaving.of(fabric, 1, "Clock", new Object());
    Duration step = Duration.ofMillis(20);
    Calendar often = instant -> Instant.ofEpochMilli(
            Math.floorDiv(instant.toEpochMilli(), step.toMillis()) * step.toMillis())
        .plus(step);
    TimersAt.of(weaving, "tick", often).jitter(Duration.ofMillis(5)).runsWith(ticks::add);
    weaving.register();
    fabric.start();
    Eventually.until(() -> ticks.size() > 10);
    assertThat(ticks).allMatch(tick -> !tick.actual().isBefore(tick.scheduled()));
    assertThat(ticks.stream().map(Tick::scheduled)).doesNotHaveDuplicates();
  }

  // ---- Tasks

  @Test
  void aTaskAtATimeOfDayFollowsTheClockOnTheWall() throws Exception {
    seam.setWallClock(Duration.ZERO);
    CountDownLatch ran = new CountDownLatch(1);
    Task<Void> task = fabric.at(Instant.ofEpochSecond(100), "once", ran::countDown);
    pass(50);
    seam.setWallClock(Duration.ofSeconds(-20)); // it shows 30
    pass(69);
    assertThat(ran.getCount()).isEqualTo(1);
    assertThat(task.isDone()).isFalse();
    assertThat(fabric.tasks()).containsExactly(task);
    pass(1);
    Eventually.passes(ran);
    task.join();
  }

  @Test
  void aTaskWhoseTimeHasPassedBeginsAtOnce() throws Exception {
    CountDownLatch ran = new CountDownLatch(1);
    pass(0);
    fabric.at(Instant.MIN, "past", ran::countDown);
    Eventually.passes(ran);
    Task<Void> never = fabric.at(Instant.MAX, "never", () -> {});
    assertThat(never.cancel(false)).isTrue();
  }

  @Test
  void aTaskBeginsWhenTheClockIsPutForwardOverItsTime() throws Exception {
    seam.setWallClock(Duration.ZERO);
    CountDownLatch ran = new CountDownLatch(1);
    fabric.at(Instant.ofEpochSecond(86_400), "tomorrow", ran::countDown);
    pass(5);
    assertThat(ran.getCount()).isEqualTo(1);
    seam.setWallClock(Duration.ofDays(2));
    pass(1);
    Eventually.passes(ran);
  }

  @Test
  void closingCancelsATaskAtATimeOfDay() {
    Task<Void> task = fabric.at(Instant.ofEpochSecond(100), "once", () -> {});
    fabric.close();
    assertThat(task.isCancelled()).isTrue();
    assertThatThrownBy(() -> fabric.at(Instant.EPOCH, "late", () -> {}))
        .isInstanceOf(FabricClosedException.class);
  }
}
