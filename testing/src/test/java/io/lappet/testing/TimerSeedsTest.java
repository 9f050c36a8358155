package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.Tick;
import io.lappet.Timer;
import io.lappet.Worker;
import io.lappet.annotation.Overlap;
import io.lappet.gen.Loop;
import io.lappet.gen.TimerMaker;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Timers of every kind in virtual time, two of them of one method, whose runs wait, fail, and take too
 * long, while somebody stops, starts, pauses, resumes, triggers and reschedules them. {@code
 * -Dlappet.timer.seeds=N} tries N seeds.
 */
class TimerSeedsTest {
  private static final int SEEDS = Integer.getInteger("lappet.timer.seeds", 200);

  @Test
  @Timeout(3600)
  void runsKeepTheirRulesWhateverIsDoneToTheTimers() throws Exception {
    Set<List<String>> courses = new HashSet<>();
    for (int seed = 1; seed <= SEEDS; seed++) {
      try {
        List<String> course = new Clocks(seed).run();
        courses.add(course);
        if (seed % 10 == 0) {
          assertThat(new Clocks(seed).run()).as("the same seed again").isEqualTo(course);
        }
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(courses).hasSizeGreaterThan(SEEDS / 2);
  }

  /** One object. One thread runs at a time, so nothing here is guarded. */
  private static final class Clocks implements FabricListener {
    private static final Duration LIMIT = Duration.ofSeconds(3);

    private final SplittableRandom random;
    private final TestFabric fabric;
    private final Weaving weaving;
    private final boolean hastily;
    private final List<String> course = new ArrayList<>();
    private final List<Timer> timers = new ArrayList<>();
    private final List<String> wrong = new ArrayList<>();

    Clocks(int seed) {
      random = new SplittableRandom(seed);
      fabric = TestFabric.create(seed, Fabric.builder().listener(this));
      weaving = Weaving.of(fabric, 1, "Clocks", this);
      hastily = random.nextInt(4) == 0;
    }

    /** A method: how many runs of it there are, and how many there may be. */
    private final class Method {
      private final String name;
      private final int most;
      private int inside;
      private Instant before = Instant.MIN;

      Method(String name, int most) {
        this.name = name;
        this.most = most;
      }

      void run(Tick tick) throws InterruptedException {
        inside++;
        try {
          note(inside <= most, name + " overlaps");
          note(!tick.actual().isBefore(tick.scheduled()), name + " is early: " + tick);
          note(!tick.actual().isBefore(before), name + " goes back: " + tick);
          before = tick.actual();
          course.add(name + " " + tick.scheduled() + " " + tick.actual() + " " + tick.missed());
          fabric.sleep(Duration.ofMillis(random.nextInt(4) == 0 ? random.nextInt(5000) : 10));
          if (random.nextInt(8) == 0) {
            throw new IllegalStateException("now and then");
          }
        } finally {
          inside--;
        }
      }
    }

    private void note(boolean right, String what) {
      if (!right) {
        wrong.add(what);
      }
    }

    @Override
    public void onFailure(Failure failure) {
      boolean isOurs = failure.cause() instanceof IllegalStateException
          || failure.cause() instanceof TimeoutException
          || hastily;
      note(isOurs, "Unexpected: " + failure);
    }

    List<String> run() throws Exception {
      Loop loop = random.nextBoolean() ? weaving.loop() : null;
      boolean retries = random.nextBoolean();
      Method shared = new Method("shared", 1);
      timers.add(maker("shared", loop, retries).runsWith(shared::run));
      timers.add(
          maker("shared", loop, retries).overlap(Overlap.CANCEL_PREVIOUS).runsWith(shared::run));
      Method queued = new Method("queued", 1);
      timers.add(maker("queued", loop, false).overlap(Overlap.QUEUE_ONE).runsWith(queued::run));
      Method parallel = new Method("parallel", 3);
      timers.add(maker("parallel", null, false)
          .overlap(Overlap.PARALLEL)
          .concurrency(3)
          .runsWith(parallel::run));
      Method limited = new Method("limited", 1);
      timers.add(maker("limited", loop, retries)
          .jitter(Duration.ofMillis(500))
          .timeout(LIMIT)
          .runsWith(limited::run));
      Method pausing = new Method("pausing", 1);
      timers.add(weaving.timer("pausing").fixedDelay(Duration.ofSeconds(1)).runsWith(pausing::run));
      weaving.register();
      fabric.start();
      Task<Void> meddler = fabric.submit("meddler", this::meddle);
      assertThat(meddler.join(Duration.ofHours(1))).isTrue();
      meddler.join();
      ShutdownReport report = fabric.close(hastily ? Duration.ZERO : Duration.ofMinutes(1));
      assertThat(wrong).isEmpty();
      assertThat(hastily || report.stuck().isEmpty()).isTrue();
      assertThat(timers).allMatch(timer -> !timer.isAlive());
      long begun = timers.stream().mapToLong(Timer::runs).sum();
      assertThat(begun).isGreaterThan(0);
      return course;
    }

    private TimerMaker maker(String method, Loop loop, boolean retries) {
      TimerMaker maker = weaving.timer(method).every(Duration.ofMillis(500 + random.nextInt(1500)));
      if (loop != null) {
        maker.loop(loop);
      }
      if (retries) {
        maker.retries(1).backoff(Duration.ofMillis(700));
      }
      return maker;
    }

    private Void meddle() throws InterruptedException {
      for (int deed = 0; deed < 25; deed++) {
        fabric.sleep(Duration.ofMillis(random.nextInt(1200)));
        meddleWith(timers.get(random.nextInt(timers.size())));
      }
      timers.forEach(Timer::resume);
      return null;
    }

    private void meddleWith(Timer timer) throws InterruptedException {
      switch (random.nextInt(7)) {
        case 0 -> {
          timer.stop();
          timer.join();
          long runs = timer.runs();
          fabric.sleep(Duration.ofSeconds(3));
          note(timer.runs() == runs, timer.name() + " runs although it was stopped");
          note(timer.nextRun().isEmpty(), timer.name() + " is stopped and has a next run");
          timer.start();
        }
        case 1 -> timer.pause();
        case 2 -> timer.resume();
        case 3 -> timer.trigger();
        case 4 -> timer.reschedule(Duration.ofMillis(500 + random.nextInt(1500)));
        case 5 -> {
          timer.stop();
          if (timer.state() == Worker.State.STOPPED) {
            timer.start();
          } else {
            timer.join();
            timer.start();
          }
        }
        default -> timer.nextRun().ifPresent(next -> course.add(timer.name() + " " + next));
      }
    }
  }
}
