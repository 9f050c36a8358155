package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.Coroutine;
import io.lappet.Generator;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.WaitInterruptedException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** Coroutines and generators in virtual time, and in many orders. */
class CoroutineSeedsTest {
  private static final Duration SECOND = Duration.ofSeconds(1);
  private static final long SEEDS = Long.getLong("lappet.coroutine.seeds", 500);

  @Test
  void aBodyMaySleepInVirtualTime() {
    TestFabric fabric = TestFabric.create();
    Task<List<String>> task = fabric.submit("take", () -> {
      List<String> seen = new ArrayList<>();
      Generator<Integer> ticks = fabric.generator("ticks", out -> {
        for (int i = 1; i <= 3; i++) {
          fabric.sleep(SECOND);
          out.yield(i);
        }
      });
      for (int tick : ticks) {
        seen.add(tick + " at " + fabric.time().nanos() / SECOND.toNanos());
      }
      return seen;
    });
    fabric.advance(Duration.ofSeconds(9));
    assertThat(task.join()).containsExactly("1 at 1", "2 at 2", "3 at 3");
    fabric.close();
  }

  @Test
  void theTestItselfMayAskAndIsToldToMoveTheClock() {
    TestFabric fabric = TestFabric.create();
    Coroutine<Void, Integer> body = fabric.coroutine("late", (first, self) -> {
      fabric.sleep(SECOND);
      return 1;
    });
    try {
      body.resume(null);
      throw new AssertionError("has returned before its time");
    } catch (IllegalStateException e) {
      assertThat(e).hasMessageContaining("advance(..)");
    }
    fabric.advance(SECOND);
    assertEquals(1, body.resume(null)); // as after an interrupt
    fabric.close();
  }

  @Test
  void oneThatIsSuspendedLeavesNoThreadWhenTheFabricIsClosed() {
    for (long seed = 1; seed <= 50; seed++) {
      TestFabric fabric = TestFabric.create(seed);
      List<String> events = new ArrayList<>();
      Generator<Integer> numbers = fabric.generator("numbers", out -> {
        try {
          out.yield(1);
        } finally {
          events.add("unwound");
        }
      });
      assertEquals(1, numbers.next());
      assertThat(fabric.close(SECOND).clean()).isTrue(); // fails if a thread is left
      assertThat(events).as("seed %d", seed).containsExactly("unwound");
    }
  }

  /** Plain fields that both sides change need no lock, whoever else runs. */
  @Test
  void exactlyOneSideRunsWhateverTheOrder() {
    for (long seed = 1; seed <= 200; seed++) {
      TestFabric fabric = TestFabric.create(seed);
      List<Task<List<Integer>>> tasks = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        tasks.add(fabric.submit("count", () -> {
          List<Integer> log = new ArrayList<>();
          try (Coroutine<Integer, Integer> body = fabric.coroutine("echo", (first, self) -> {
            int value = first;
            while (true) {
              log.add(value);
              value = self.suspend(value + 1);
            }
          })) {
            int value = 0;
            while (value < 6) {
              log.add(value);
              value = body.resume(value + 1);
            }
          }
          return log;
        }));
      }
      fabric.settle();
      for (Task<List<Integer>> task : tasks) {
        assertThat(task.join()).as("seed %d", seed).containsExactly(0, 1, 2, 3, 4, 5);
      }
      assertThat(fabric.close(SECOND).clean()).isTrue();
    }
  }

  /** What came of a coroutine that one task resumes, one closes, and one interrupts the first. */
  private record Outcome(String ofResumer, boolean begun, int unwound) {}

  private static void pause(TestFabric fabric, long steps) {
    for (long step = 0; step < steps; step++) {
      fabric.submit("before", () -> 1).join();
    }
  }

  private static Outcome race(long seed) {
    TestFabric fabric = TestFabric.create(seed);
    AtomicInteger begun = new AtomicInteger();
    AtomicInteger unwound = new AtomicInteger();
    Coroutine<Integer, Integer> body = fabric.coroutine("raced", (first, self) -> {
      begun.incrementAndGet();
      try {
        int value = first;
        while (true) {
          fabric.submit("beside", () -> 1).join(); // a wait, at which others may go on
          value = self.suspend(value);
        }
      } finally {
        unwound.incrementAndGet();
      }
    });
    Task<String> resumer = fabric.submit("resume", () -> {
      String last = "nothing";
      try {
        for (int i = 0; i < 3; i++) {
          last = "value " + body.resume(i);
        }
        return last;
      } catch (CancellationException e) {
        return "cancelled";
      } catch (WaitInterruptedException e) {
        return "interrupted";
      } catch (IllegalStateException e) {
        return "closed";
      }
    });
    Task<Void> interrupter = fabric.submit("interrupt", () -> {
      pause(fabric, seed % 6);
      resumer.cancel();
      return null;
    });
    Task<Void> closer = fabric.submit("close", () -> {
      pause(fabric, seed / 6 % 6);
      body.close();
      return null;
    });
    fabric.settle();
    assertThat(closer.isDone() && interrupter.isDone()).as("seed %d", seed).isTrue();
    closer.join();
    assertThat(body.isDone()).isTrue();
    String ofResumer;
    try {
      ofResumer = resumer.join();
    } catch (CancellationException e) {
      ofResumer = "interrupted";
    } catch (TaskFailedException e) {
      throw new AssertionError("seed " + seed, e);
    }
    assertThat(fabric.close(SECOND).clean()).as("seed %d", seed).isTrue();
    return new Outcome(ofResumer, begun.get() == 1, unwound.get());
  }

  @Test
  void resumeCloseAndInterruptMayMeetInAnyOrder() {
    List<String> outcomes = new ArrayList<>();
    for (long seed = 1; seed <= SEEDS; seed++) {
      Outcome outcome = race(seed);
      assertEquals(outcome.begun() ? 1 : 0, outcome.unwound(), "seed " + seed);
      outcomes.add(outcome.ofResumer());
      if (seed % 100 == 0) {
        assertEquals(outcome, race(seed), "repeated");
      }
    }
    assertThat(outcomes).contains("value 2", "cancelled", "interrupted", "closed");
  }
}
