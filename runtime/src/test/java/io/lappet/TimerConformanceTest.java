package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The cases of one-shot and periodic timers, one test each. */
@Timeout(60)
class TimerConformanceTest {
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private final Recorder recorder = new Recorder();
  private final ManualSeam seam = new ManualSeam();
  private Fabric fabric = Fabric.builder().listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Clock", new Object());

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void control() {
    fabric = ControlledFabric.on(seam, Fabric.builder().listener(recorder));
    weaving = Weaving.of(fabric, 1, "Clock", new Object());
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private void passSeconds(int seconds) {
    for (int second = 0; second < seconds; second++) {
      seam.passAndFire(Duration.ofSeconds(1));
    }
  }

  private static Duration since(long begin) {
    return Duration.ofNanos(System.nanoTime() - begin);
  }

  // ---- One-shot timers

  @Test
  void tmr1FiresOnceAndNeverEarly() throws Exception {
    Duration delay = Duration.ofMillis(50);
    CountDownLatch ran = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Twin twin = weaving.twin("ring").delay(delay).make();
    long begin = System.nanoTime();
    twin.run(() -> {
      runs.incrementAndGet();
      ran.countDown();
    });
    Eventually.passes(ran);
    assertThat(since(begin)).isGreaterThanOrEqualTo(delay);
    Eventually.letPass(delay.multipliedBy(3));
    assertThat(runs).hasValue(1);
  }

  @Test
  void tmr2OneThatIsAddedWhileOthersWaitTakesItsPlace() {
    control();
    List<Long> order = new CopyOnWriteArrayList<>();
    after(1, () -> {
      for (int more : List.of(2, 4, 5)) {
        after(more - 1, () -> order.add((long) more));
      }
      order.add(1L);
    });
    after(3, () -> order.add(3L));
    for (int second = 1; second <= 5; second++) {
      passSeconds(1);
      int expected = second;
      Eventually.until(() -> order.size() == expected);
    }
    assertThat(order).containsExactly(1L, 2L, 3L, 4L, 5L);
  }

  private void after(int seconds, Body body) {
    fabric.after(Duration.ofSeconds(seconds), "task", body);
  }

  @Test
  void tmr3CancellingOneThatRunsDoesNotUndoIt() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch completed = new CountDownLatch(1);
    AtomicInteger runs = new AtomicInteger();
    Task<Void> task = fabric.after(Duration.ofMillis(10), "task", () -> {
      runs.incrementAndGet();
      entered.countDown();
      leave.await();
      completed.countDown();
    });
    Eventually.passes(entered);
    task.cancel(false);
    leave.countDown();
    Eventually.passes(completed);
    Eventually.letPass(Duration.ofMillis(50));
    assertThat(runs).hasValue(1);
  }

  @Test
  void tmr4ArgumentsBelongToOneCall() throws Exception {
    List<String> seen = new CopyOnWriteArrayList<>();
    CountDownLatch ran = new CountDownLatch(2);
    Twin twin = weaving.twin("print").delay(Duration.ofMillis(20)).make();
    for (String word : List.of("first", "second")) {
      twin.run(() -> {
        seen.add(word);
        ran.countDown();
      });
    }
    Eventually.passes(ran);
    assertThat(seen).containsExactlyInAnyOrder("first", "second");
  }

  // ---- Periodic timers

  @Test
  void per1WithoutAnInitialDelayTheFirstRunComesAfterOnePeriod() throws Exception {
    Duration period = Duration.ofMillis(300);
    List<Duration> runs = new CopyOnWriteArrayList<>();
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch atOnce = new CountDownLatch(1);
    long begin = System.nanoTime();
    weaving.timer("tick").every(period).runs(() -> {
      runs.add(since(begin));
      first.countDown();
    });
    weaving
        .timer("atOnce")
        .every(Duration.ofHours(1))
        .initialDelay(Duration.ZERO)
        .runs(atOnce::countDown);
    start();
    Eventually.passes(atOnce);
    Eventually.passes(first);
    assertThat(runs.get(0)).isGreaterThanOrEqualTo(period);
  }

  @Test
  void per2AFixedDelayCountsFromTheEndOfARun() throws Exception {
    Duration pause = Duration.ofMillis(10);
    List<long[]> runs = new CopyOnWriteArrayList<>();
    weaving.timer("tick").fixedDelay(pause).runs(() -> {
      long begin = System.nanoTime();
      fabric.sleep(pause);
      runs.add(new long[] {begin, System.nanoTime()});
    });
    long begin = System.nanoTime();
    start();
    Eventually.until(() -> runs.size() >= 8);
    for (int i = 1; i < runs.size(); i++) {
      assertThat(runs.get(i)[0] - runs.get(i - 1)[1]).isGreaterThanOrEqualTo(pause.toNanos());
    }
    long early = runs.stream()
        .filter(run -> run[0] - begin < Duration.ofMillis(110).toNanos())
        .count();
    assertThat(early).isLessThanOrEqualTo(6);
  }

  @Test
  void per3TwoPeriodicMethodsDoNotHoldEachOtherUp() {
    control();
    AtomicInteger quick = new AtomicInteger();
    CountDownLatch never = new CountDownLatch(1);
    weaving.timer("slow").every(Duration.ofSeconds(1)).runs(never::await);
    weaving.timer("quick").every(Duration.ofSeconds(1)).runs(quick::incrementAndGet);
    start();
    for (int run = 1; run <= 15; run++) {
      passSeconds(1);
      int expected = run;
      Eventually.until(() -> quick.get() == expected);
    }
  }

  @Test
  void per4AFailingRunIsReportedAndTheSeriesGoesOn() {
    control();
    RuntimeException failure = new RuntimeException("second");
    AtomicInteger runs = new AtomicInteger();
    weaving.timer("tick").every(Duration.ofSeconds(1)).runs(() -> {
      if (runs.incrementAndGet() == 2) {
        throw failure;
      }
    });
    start();
    for (int run = 1; run <= 5; run++) {
      passSeconds(1);
      int expected = run;
      Eventually.until(() -> runs.get() == expected);
    }
    assertThat(recorder.causes()).containsExactly(failure);
  }

  @Test
  void per5StopAndStartAgain() throws Exception {
    AtomicInteger runs = new AtomicInteger();
    Worker worker = weaving.timer("tick").every(Duration.ofMillis(10)).runs(runs::incrementAndGet);
    start();
    Eventually.until(() -> runs.get() >= 3);
    worker.stop();
    worker.join();
    int stopped = runs.get();
    Eventually.letPass(Duration.ofMillis(110));
    assertThat(runs).hasValue(stopped);
    worker.start();
    Eventually.until(() -> runs.get() >= stopped + 3);
  }

  @Test
  void per6UnitsAndVeryLongPeriods() throws Exception {
    control();
    List<String> order = new CopyOnWriteArrayList<>();
    weaving
        .timer("longest")
        .every(LARGEST)
        .initialDelay(Duration.ZERO)
        .runs(() -> order.add("longest"));
    weaving.timer("millis").every(Duration.ofMillis(20_000)).runs(() -> order.add("millis"));
    weaving.timer("seconds").every(Duration.ofSeconds(30)).runs(() -> order.add("seconds"));
    weaving.timer("minutes").every(Duration.ofMinutes(1)).runs(() -> order.add("minutes"));
    start();
    Eventually.until(() -> order.size() == 1);
    assertThat(fabric.submit("task", () -> 1).join()).isEqualTo(1);
    passSeconds(20);
    Eventually.until(() -> order.size() == 2);
    passSeconds(10);
    Eventually.until(() -> order.size() == 3);
    passSeconds(10);
    Eventually.until(() -> order.size() == 4);
    assertThat(order).containsExactly("longest", "millis", "seconds", "millis");
    passSeconds(20);
    Eventually.until(() -> order.size() == 7);
    assertThat(order.subList(4, 7)).containsExactlyInAnyOrder("millis", "seconds", "minutes");
    assertThat(order.stream().filter("longest"::equals)).hasSize(1);
  }
}
