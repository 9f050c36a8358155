package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.FabricClosedException;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.Lane;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.TaskGroup;
import io.lappet.gen.Twin;
import io.lappet.gen.TwinMaker;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * Calls in virtual time that are cancelled, timed out, joined and closed while they run. Each ends in
 * one way and only one, its body is interrupted at most once, and nothing is left. Each seed makes
 * other calls and another course of events; {@code -Dlappet.calls.seeds=N} tries N of them, from
 * {@code -Dlappet.calls.first} on.
 */
class CallSeedsTest {
  private static final int SEEDS = Integer.getInteger("lappet.calls.seeds", 300);
  private static final int FIRST = Integer.getInteger("lappet.calls.first", 1);

  /** How the fabric comes to its end. */
  private enum Event {
    NOTHING,
    CLOSE_FABRIC,
    CLOSE_FABRIC_SOON,
    CLOSE_FABRIC_AT_ONCE,
    CLOSE_LANE,
    CLOSE_LANE_AT_ONCE,
    CLOSE_FROM_A_TASK
  }

  @Test
  @Timeout(3600)
  void everyCallEndsInOneWayAndIsInterruptedAtMostOnce() throws Exception {
    Set<Event> seen = new HashSet<>();
    Set<Outcome> outcomes = new HashSet<>();
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      try {
        Course course = new Course(seed);
        seen.add(course.run());
        course.calls.forEach(call -> outcomes.add(call.outcome()));
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    if (SEEDS >= 100) {
      assertThat(seen).containsExactlyInAnyOrder(Event.values());
      assertThat(outcomes).containsExactlyInAnyOrder(Outcome.values());
    }
  }

  @Test
  @Timeout(3600)
  void noTaskOfAGroupOutlivesIt() throws Exception {
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      try {
        new Groups(seed).run();
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
  }

  private enum Outcome {
    SUCCEEDED,
    FAILED,
    TIMED_OUT,
    CANCELLED
  }

  /** A failure that is meant. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;
  }

  /** One call and what was seen of it. One thread runs at a time, so nothing here is guarded. */
  private static final class Call {
    private Task<Integer> task; // null for a void twin
    private int begun;
    private int ended;
    private int interrupts;
    private int successes;
    private final List<Throwable> failures = new ArrayList<>();
    private boolean cancelled; // by somebody whom the task told so
    private boolean isDaemon;
    private int lane; // 0 is none

    Outcome outcome() {
      if (failures.isEmpty()) {
        return Outcome.SUCCEEDED;
      }
      Throwable failure = failures.get(0);
      if (failure instanceof CancellationException) {
        return Outcome.CANCELLED;
      }
      return failure instanceof TimeoutException ? Outcome.TIMED_OUT : Outcome.FAILED;
    }

    void account(String what) {
      assertThat(begun).as(what).isLessThanOrEqualTo(1);
      assertThat(ended).as(what).isEqualTo(begun);
      assertThat(interrupts).as(what).isLessThanOrEqualTo(1);
      assertThat(task.isDone()).as(what).isTrue();
      assertThat(task.isRunning()).as(what).isFalse();
      assertThat(successes + failures.size()).as(what).isEqualTo(1);
      assertThat(task.cancel()).as(what).isFalse();
      assertThat(task.threadId().isPresent()).as(what).isEqualTo(begun == 1);
      assertThat(task.isCancelled()).as(what).isEqualTo(outcome() == Outcome.CANCELLED);
      assertThat(cancelled && outcome() != Outcome.CANCELLED).as(what).isFalse();
      if (outcome() == Outcome.SUCCEEDED) {
        assertThat(begun).as(what).isEqualTo(1);
        assertThat(interrupts).as(what).isZero();
        assertThat(task.join()).as(what).isEqualTo(1);
      }
      if (outcome() == Outcome.FAILED) {
        // a task that joins another one may learn of its end
        assertThat(failures.get(0))
            .as(what)
            .isInstanceOfAny(
                Broken.class,
                CancellationException.class,
                TaskFailedException.class,
                FabricClosedException.class);
      }
    }
  }

  private static final class Course implements FabricListener {
    private final SplittableRandom random;
    private final TestFabric fabric;
    private final Lane one;
    private final Lane few;
    private final List<Twin> twins = new ArrayList<>();
    private final List<Boolean> daemons = new ArrayList<>();
    private final List<Integer> lanes = new ArrayList<>();
    private final List<Call> calls = new ArrayList<>();
    private int strayInterrupts;
    private int threads;
    private final List<Failure> reported = new ArrayList<>();

    Course(int seed) {
      random = new SplittableRandom(seed);
      fabric = TestFabric.create(seed, Fabric.builder().listener(this));
      Weaving weaving = Weaving.of(fabric, 1, "Desk", this);
      one = weaving.lane("one", 1);
      few = weaving.lane("few", random.nextInt(2, 4));
      for (int i = 0; i < 6; i++) {
        TwinMaker maker = weaving.twin("call" + i);
        boolean daemon = random.nextInt(5) == 0;
        daemons.add(daemon);
        if (daemon) {
          maker.daemon();
        }
        if (random.nextInt(3) == 0) {
          maker.delay(Duration.ofMillis(random.nextInt(1, 5)));
        }
        if (random.nextInt(2) == 0) {
          maker.timeout(Duration.ofMillis(random.nextInt(8)));
        }
        int lane = random.nextInt(3);
        lanes.add(lane);
        if (lane > 0) {
          maker.lane(lane == 1 ? one : few);
        }
        if (lane == 2 && random.nextBoolean()) {
          maker.callerRuns();
        }
        twins.add(maker.make());
      }
    }

    @Override
    public void onStart(String name, Thread thread) {
      threads++;
    }

    @Override
    public void onEnd(String name, Thread thread) {
      threads--;
      if (Thread.currentThread().isInterrupted()) {
        strayInterrupts++;
      }
    }

    @Override
    public void onFailure(Failure failure) {
      reported.add(failure);
    }

    // ---- What the bodies do

    private int body(Call call, SplittableRandom chance, int depth) throws Exception {
      call.begun++;
      if (Thread.interrupted()) { // it would be of another task
        strayInterrupts++;
      }
      try {
        int steps = chance.nextInt(4);
        for (int i = 0; i < steps; i++) {
          switch (chance.nextInt(depth < 3 ? 4 : 2)) {
            case 0 -> fabric.sleep(Duration.ofNanos(chance.nextInt(3_000_000)));
            case 1 -> fabric.sleep(Duration.ZERO);
            case 2 -> {
              Call other = call(chance, depth + 1);
              if (other != null) {
                // Who waits for another lane, which waits for this one, would wait for ever.
                boolean free = other.lane == 0 || other.lane == call.lane;
                join(other, chance, depth == 0 && free);
              }
            }
            default -> {
              Call victim = calls.get(chance.nextInt(calls.size()));
              if (victim.task != null && victim.task.cancel(chance.nextBoolean())) {
                victim.cancelled = true;
              }
            }
          }
        }
        if (chance.nextInt(6) == 0) {
          throw new Broken();
        }
        return 1;
      } catch (InterruptedException e) {
        call.interrupts++;
        if (chance.nextBoolean()) { // cleans up for a while
          sleepOn(call);
        }
        throw e;
      } finally {
        if (Thread.interrupted()) {
          call.interrupts++;
        }
        call.ended++;
      }
    }

    private void sleepOn(Call call) {
      try {
        fabric.sleep(Duration.ofMillis(1));
      } catch (InterruptedException e) {
        call.interrupts++;
      }
    }

    private static void join(Call other, SplittableRandom chance, boolean withoutLimit)
        throws InterruptedException {
      try {
        if (withoutLimit && chance.nextBoolean()) {
          other.task.get();
        } else {
          other.task.join(Duration.ofMillis(chance.nextInt(3)));
        }
      } catch (ExecutionException | CancellationException e) {
        // its own matter
      }
    }

    /** Calls a twin; null if that was refused. */
    private Call call(SplittableRandom chance, int depth) {
      Call call = new Call();
      int index = chance.nextInt(twins.size());
      call.isDaemon = daemons.get(index);
      call.lane = lanes.get(index);
      SplittableRandom own = chance.split();
      try {
        call.task = twins.get(index).call(() -> body(call, own, depth));
      } catch (FabricClosedException e) {
        return null;
      }
      calls.add(call);
      call.task.onSuccess(result -> call.successes++).onFailure(call.failures::add);
      return call;
    }

    // ---- What happens to them

    Event run() throws Exception {
      int number = random.nextInt(1, 8);
      for (int i = 0; i < number; i++) {
        call(random, 0);
        if (random.nextInt(3) == 0) {
          fabric.advance(Duration.ofNanos(random.nextInt(3_000_000)));
        }
      }
      for (int i = random.nextInt(3); i > 0; i--) {
        Call victim = calls.get(random.nextInt(calls.size()));
        if (victim.task.cancel(random.nextBoolean())) {
          victim.cancelled = true;
        }
        fabric.advance(Duration.ofNanos(random.nextInt(3_000_000)));
      }
      Event event = Event.values()[random.nextInt(Event.values().length)];
      ShutdownReport report = happen(event);
      String what = event + ", " + report;
      assertThat(report.stuck()).as(what).isEmpty();
      if (event != Event.CLOSE_FABRIC_SOON && event != Event.CLOSE_FABRIC_AT_ONCE) {
        assertThat(report.clean()).as(what).isTrue();
      }
      for (Call call : calls) {
        call.account(what + ", " + call.task + ", begun " + call.begun + ", ended " + call.ended
            + ", interrupts " + call.interrupts + ", successes " + call.successes + ", failures "
            + call.failures + ", daemon " + call.isDaemon);
      }
      assertThat(strayInterrupts).as(what).isZero();
      assertThat(threads).as(what).isZero();
      assertThat(fabric.tasks()).as(what).isEmpty();
      assertThat(fabric.threads()).as(what).isEmpty();
      assertThat(one.running() + one.queued() + few.running() + few.queued())
          .as(what)
          .isZero();
      assertThat(reported).as(what).isEmpty();
      return event;
    }

    private ShutdownReport happen(Event event) throws Exception {
      switch (event) {
        case CLOSE_FABRIC -> {
          return fabric.close(Duration.ofMinutes(1));
        }
        case CLOSE_FABRIC_SOON -> {
          return fabric.close(Duration.ofMillis(random.nextInt(5)));
        }
        case CLOSE_FABRIC_AT_ONCE -> {
          return fabric.close(Duration.ZERO);
        }
        case CLOSE_FROM_A_TASK -> one.submit(() -> fabric.close(Duration.ofMinutes(1)));
        case CLOSE_LANE -> few.closeNow();
        case CLOSE_LANE_AT_ONCE -> one.closeNow();
        default -> {}
      }
      fabric.advance(Duration.ofMinutes(2));
      return fabric.close(Duration.ofMinutes(1));
    }
  }

  private static final class Groups {
    private final SplittableRandom random;
    private final TestFabric fabric;
    private int inside;
    private int begun;

    Groups(int seed) {
      random = new SplittableRandom(seed);
      fabric = TestFabric.create(seed);
    }

    private int body(SplittableRandom chance, TaskGroup group, int depth) throws Exception {
      inside++;
      begun++;
      try {
        fabric.sleep(Duration.ofNanos(chance.nextInt(3_000_000)));
        if (depth < 3 && chance.nextBoolean()) {
          SplittableRandom own = chance.split();
          try {
            group.fork(() -> body(own, group, depth + 1));
          } catch (IllegalStateException e) {
            // closed meanwhile
          }
        }
        if (chance.nextInt(5) == 0) {
          throw new Broken();
        }
        return 1;
      } catch (InterruptedException e) {
        try {
          fabric.sleep(Duration.ofMillis(1)); // cleans up for a while
        } catch (InterruptedException again) {
          throw new AssertionError("interrupted twice", again);
        }
        throw e;
      } finally {
        inside--;
      }
    }

    void run() throws Exception {
      Task<Boolean> owner = fabric.submit("owner", () -> {
        List<Task<Integer>> tasks = new ArrayList<>();
        try (TaskGroup group = fabric.group()) {
          for (int i = random.nextInt(1, 6); i > 0; i--) {
            SplittableRandom own = random.split();
            tasks.add(group.fork(() -> body(own, group, 0)));
          }
          if (random.nextInt(4) == 0) {
            tasks.get(random.nextInt(tasks.size())).cancel();
          }
          switch (random.nextInt(3)) {
            case 0 -> group.join();
            case 1 -> group.join(Duration.ofMillis(random.nextInt(4)));
            default -> {} // closes at once
          }
        } catch (TaskFailedException e) {
          assertThat(e).hasCauseInstanceOf(Broken.class);
        }
        assertThat(inside).isZero();
        assertThat(tasks).allMatch(Task::isDone);
        assertThat(fabric.tasks()).hasSize(1);
        return true;
      });
      boolean hurry = random.nextInt(4) == 0;
      fabric.advance(hurry ? Duration.ofMillis(1) : Duration.ofMinutes(1));
      ShutdownReport report = fabric.close(Duration.ofMinutes(1));
      assertThat(owner.join()).isTrue();
      assertThat(report).isEqualTo(ShutdownReport.CLEAN);
      assertThat(begun).isGreaterThanOrEqualTo(0);
    }
  }
}
