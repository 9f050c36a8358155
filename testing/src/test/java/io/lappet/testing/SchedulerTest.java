package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.internal.seam.Abandoned;
import io.lappet.internal.seam.NamedLock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.locks.ReentrantLock;
import org.assertj.core.api.InstanceOfAssertFactories;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The fixed order; what seeds add is the matter of {@link SeedsTest}. */
@SuppressWarnings("LockNotBeforeTry") // locks are what is tried here
class SchedulerTest {
  private final World world = new World();

  @AfterEach
  void leaveNothingBehind() {
    world.close();
    assertThat(world.threads).noneMatch(Thread::isAlive);
  }

  // ---- turns

  @Test
  void nobodyRunsBeforeTheDriverWaits() {
    world.go("a", () -> world.log.add("a"));
    assertEquals(List.of(), world.log);
    world.settle();
    assertEquals(List.of("a"), world.log);
  }

  @Test
  void threadsStartInTheOrderInWhichTheyWereSpawned() {
    for (String name : List.of("a", "b", "c")) {
      world.go(name, () -> world.log.add(name));
    }
    world.settle();
    assertEquals(List.of("a", "b", "c"), world.log);
  }

  @Test
  void whoHasWaitedLongestIsNext() {
    int[] open = {0};
    for (String name : List.of("a", "b")) {
      world.go(name, () -> {
        for (int i = 1; i <= 2; i++) {
          int round = i;
          world.await(() -> open[0] >= round);
          world.log.add(name + i);
        }
      });
    }
    world.settle();
    world.change(() -> open[0] = 1);
    world.settle();
    world.change(() -> open[0] = 2);
    world.settle();
    assertEquals(List.of("a1", "b1", "a2", "b2"), world.log);
  }

  @Test
  void aThreadThatCouldNotBeStartedIsForgotten() {
    Thread ended = new Thread(() -> {});
    ended.start();
    assertThrows(IllegalThreadStateException.class, () -> world.seam.spawn(ended));
    world.settle();
  }

  // ---- conditions

  @Test
  void awaitReturnsAtOnceIfReady() throws Exception {
    assertTrue(world.await(() -> true, 0));
  }

  @Test
  void awaitGivesUpAllLevelsOfTheLockAndTakesThemAgain() {
    ReentrantLock held = new ReentrantLock();
    boolean[] ready = {false};
    world.go("waits", () -> {
      held.lock();
      held.lock();
      world.seam.await(held, held.newCondition(), () -> ready[0], Long.MAX_VALUE);
      world.log.add("held " + held.getHoldCount());
      held.unlock();
      held.unlock();
    });
    world.go("takes", () -> {
      held.lock();
      ready[0] = true;
      held.unlock();
    });
    world.settle();
    assertEquals(List.of("held 2"), world.log);
    assertFalse(held.isLocked());
  }

  @Test
  void aConditionIsLookedAtAgainByWhoGoesOn() {
    int[] tokens = {0};
    for (String name : List.of("a", "b")) {
      world.go(name, () -> {
        world.await(() -> tokens[0] > 0);
        tokens[0]--;
        world.log.add(name);
      });
    }
    world.settle();
    world.change(() -> tokens[0] = 1);
    world.settle();
    assertEquals(List.of("a"), world.log);
    assertEquals(0, tokens[0]);
  }

  @Test
  void aConditionThatThrowsDoesSoInItsOwnThread() {
    boolean[] broken = {false};
    IllegalStateException failure = new IllegalStateException("broken");
    world.go(
        "a",
        () -> world.await(() -> {
          if (broken[0]) {
            throw failure;
          }
          return false;
        }));
    world.settle();
    world.change(() -> broken[0] = true);
    world.settle();
    assertEquals(List.of(failure), world.failures);
  }

  // ---- time

  @Test
  void timeBeginsAtZeroAndPassesOnlyWhenAdvanced() {
    assertEquals(0, world.seam.nanos());
    assertEquals(Instant.parse("2000-01-01T00:00:00Z"), world.seam.now());
    world.settle();
    assertEquals(0, world.seam.nanos());
    world.advance(Duration.ofHours(1));
    assertEquals(Duration.ofHours(1), world.time());
    assertEquals(Instant.parse("2000-01-01T01:00:00Z"), world.seam.now());
  }

  @Test
  void advanceStopsAtEachInstantInBetweenAndRunsWhatIsDueAtItsEnd() {
    world.go("a", () -> {
      for (int i = 0; i < 3; i++) {
        world.sleep(Duration.ofSeconds(2));
        world.log.add("a at " + world.time());
      }
    });
    world.go("b", () -> {
      world.sleep(Duration.ofSeconds(3));
      world.log.add("b at " + world.time());
    });
    world.advance(Duration.ofSeconds(4));
    assertEquals(List.of("a at PT2S", "b at PT3S", "a at PT4S"), world.log);
  }

  @Test
  void waitsThatEndAtTheSameInstantDoSoInTheOrderOfTheirThreads() {
    world.go("every 2 s", () -> {
      for (int i = 0; i < 3; i++) {
        world.sleep(Duration.ofSeconds(2));
        world.log.add("2 s");
      }
    });
    world.go("every 3 s", () -> {
      for (int i = 0; i < 2; i++) {
        world.sleep(Duration.ofSeconds(3));
        world.log.add("3 s");
      }
    });
    world.advance(Duration.ofSeconds(6));
    assertEquals(List.of("2 s", "3 s", "2 s", "2 s", "3 s"), world.log);
  }

  @Test
  void awaitTimesOutAtItsDeadlineAndNotBefore() {
    world.go("a", () -> {
      boolean ready = world.await(() -> false, Duration.ofSeconds(1).toNanos());
      world.log.add(ready + " at " + world.time());
    });
    world.advance(Duration.ofNanos(999_999_999));
    assertEquals(List.of(), world.log);
    world.advance(Duration.ofNanos(1));
    assertEquals(List.of("false at PT1S"), world.log);
  }

  @Test
  void theClockMovesForADriverThatWaitsWithALimitButNoFurther() throws Exception {
    boolean[] done = {false};
    world.go("a", () -> {
      world.sleep(Duration.ofSeconds(3));
      world.change(() -> done[0] = true);
    });
    assertFalse(world.await(() -> done[0], Duration.ofSeconds(2).toNanos()));
    assertEquals(Duration.ofSeconds(2), world.time());
    assertTrue(world.await(() -> done[0], Duration.ofSeconds(9).toNanos()));
    assertEquals(Duration.ofSeconds(3), world.time());
  }

  @Test
  void theDriverIsLastOfThoseWhoseWaitsEndAtTheSameInstant() throws Exception {
    boolean[] done = {false};
    world.go("a", () -> {
      world.sleep(Duration.ofSeconds(2));
      world.change(() -> done[0] = true);
    });
    assertTrue(world.await(() -> done[0], Duration.ofSeconds(2).toNanos()));
  }

  @Test
  void theLongestAdvanceDoesNotOverflow() {
    world.go("a", () -> {
      world.sleep(Duration.ofDays(1));
      world.log.add("slept");
    });
    world.baton.advance(Long.MAX_VALUE);
    assertEquals(List.of("slept"), world.log);
  }

  // ---- interrupts

  @Test
  void anInterruptEndsAWaitAndIsClearedByIt() {
    Thread a = world.go("a", () -> {
      assertThrows(InterruptedException.class, () -> world.await(() -> false));
      world.log.add("interrupted, flag " + Thread.currentThread().isInterrupted());
    });
    world.settle();
    a.interrupt();
    world.settle();
    assertEquals(List.of("interrupted, flag false"), world.log);
    assertEquals(List.of(), world.failures);
  }

  @Test
  void readyWinsOverTheInterruptWhichStaysSet() {
    boolean[] ready = {false};
    Thread a = world.go("a", () -> {
      world.await(() -> ready[0]);
      world.log.add("flag " + Thread.currentThread().isInterrupted());
    });
    world.settle();
    a.interrupt();
    world.change(() -> ready[0] = true);
    world.settle();
    assertEquals(List.of("flag true"), world.log);
  }

  @Test
  void theInterruptWinsOverTheDeadline() {
    world.go("a", () -> {
      Thread.currentThread().interrupt();
      assertThrows(InterruptedException.class, () -> world.await(() -> false, 0));
    });
    world.settle();
    assertEquals(List.of(), world.failures);
  }

  @Test
  void aParkedThreadNeitherLosesAnInterruptNorUsesItUp() {
    ReentrantLock lock = new ReentrantLock();
    boolean[] go = {false};
    world.go("holds", () -> {
      world.seam.lock(lock);
      world.await(() -> go[0]);
      lock.unlock();
    });
    Thread waits = world.go("waits", () -> {
      world.seam.lock(lock);
      world.log.add("locked, flag " + Thread.currentThread().isInterrupted());
      lock.unlock();
    });
    world.settle();
    waits.interrupt();
    world.settle();
    assertEquals(List.of(), world.log);
    world.change(() -> go[0] = true);
    world.settle();
    assertEquals(List.of("locked, flag true"), world.log);
  }

  // ---- locks of users

  @Test
  void lockWaitsUntilTheLockIsFreeInOrderOfArrival() {
    ReentrantLock lock = new ReentrantLock();
    for (String name : List.of("a", "b", "c")) {
      world.go(name, () -> {
        world.seam.lock(lock);
        world.sleep(Duration.ofSeconds(1));
        world.log.add(name + " at " + world.time());
        lock.unlock();
      });
    }
    world.advance(Duration.ofSeconds(9));
    assertEquals(List.of("a at PT1S", "b at PT2S", "c at PT3S"), world.log);
  }

  @Test
  void lockReEnters() {
    ReentrantLock lock = new ReentrantLock();
    world.go("a", () -> {
      world.seam.lock(lock);
      world.seam.lock(lock);
      assertTrue(world.seam.lockInterruptibly(lock, 0));
      assertEquals(3, lock.getHoldCount());
    });
    world.settle();
    assertEquals(List.of(), world.failures);
  }

  @Test
  void lockInterruptiblyGivesUpAtItsDeadline() {
    ReentrantLock lock = new ReentrantLock();
    lock.lock();
    world.go("a", () -> {
      boolean got = world.seam.lockInterruptibly(lock, Duration.ofSeconds(1).toNanos());
      world.log.add(got + " at " + world.time());
      world.log.add("now " + world.seam.lockInterruptibly(lock, 0));
    });
    world.advance(Duration.ofSeconds(5));
    assertEquals(List.of("false at PT1S", "now false"), world.log);
    lock.unlock();
  }

  @Test
  void lockInterruptiblyIsInterruptedBeforeAndWhileItWaits() {
    ReentrantLock free = new ReentrantLock();
    ReentrantLock taken = new ReentrantLock();
    taken.lock();
    Thread a = world.go("a", () -> {
      Thread.currentThread().interrupt();
      assertThrows(
          InterruptedException.class, () -> world.seam.lockInterruptibly(free, Long.MAX_VALUE));
      assertFalse(free.isLocked());
      assertThrows(
          InterruptedException.class, () -> world.seam.lockInterruptibly(taken, Long.MAX_VALUE));
      world.log.add("done");
    });
    world.settle();
    a.interrupt();
    world.settle();
    assertEquals(List.of("done"), world.log);
    taken.unlock();
  }

  @Test
  void aConditionOfALockOfAUserComesBackOnlyWhenThatIsFree() {
    ReentrantLock lock = new ReentrantLock();
    boolean[] ready = {false};
    world.go("waits", () -> {
      world.seam.lock(lock);
      world.seam.await(lock, lock.newCondition(), () -> ready[0], Long.MAX_VALUE);
      world.log.add("ready at " + world.time());
      lock.unlock();
    });
    world.go("holds", () -> {
      world.seam.lock(lock);
      ready[0] = true;
      world.sleep(Duration.ofSeconds(1));
      lock.unlock();
    });
    world.advance(Duration.ofSeconds(2));
    assertEquals(List.of("ready at PT1S"), world.log);
  }

  // ---- what is reported

  @Test
  void aDriverThatWaitsForTheClockIsToldToAdvanceIt() {
    boolean[] done = {false};
    world.go("sleeper", () -> {
      world.sleep(Duration.ofSeconds(3));
      world.change(() -> done[0] = true);
    });
    IllegalStateException told =
        assertThrows(IllegalStateException.class, () -> world.await(() -> done[0]));
    assertThat(told).hasMessageContainingAll("call advance(..)", "sleeper at PT3S");
    world.advance(Duration.ofSeconds(3));
    assertTrue(done[0]);
  }

  @Test
  void aDriverThatWaitsForWhatCanNeverHappenIsToldSo() {
    world.go("a", () -> world.await(() -> false));
    DeadlockError told = assertThrows(DeadlockError.class, () -> world.await(() -> false));
    assertThat(told).hasMessageContainingAll("never happen", "a waits for a condition", "fixed");
  }

  @Test
  void aReportNamesWhatIsWaitedFor() {
    ReentrantLock gate = new NamedLock("gate", "green");
    world.go("car", () -> {
      gate.lock();
      world.seam.await(gate, gate.newCondition(), () -> false, Long.MAX_VALUE);
    });
    DeadlockError told = assertThrows(DeadlockError.class, () -> world.await(() -> false));
    assertThat(told).hasMessageContaining("car waits for a condition of gate \"green\"\n");
  }

  @Test
  void locksTakenInACircleAreReportedAtOnceAndOnce() {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    world.go("other", () -> world.sleep(Duration.ofHours(1)));
    world.go("a", () -> takeBoth(left, right));
    world.go("b", () -> takeBoth(right, left));
    DeadlockError told =
        assertThrows(DeadlockError.class, () -> world.advance(Duration.ofSeconds(9)));
    assertThat(told)
        .hasMessageContainingAll("a waits for", "b waits for", "SchedulerTest.takeBoth")
        .hasMessageNotContaining("other waits for a condition");
    assertEquals(Duration.ofSeconds(1), world.time());
    world.advance(Duration.ofSeconds(8));
  }

  @Test
  void eachCircleIsReported() {
    for (String pair : List.of("first", "second")) {
      ReentrantLock left = new ReentrantLock();
      ReentrantLock right = new ReentrantLock();
      world.go(pair + " a", () -> takeBoth(left, right));
      world.go(pair + " b", () -> takeBoth(right, left));
    }
    for (String pair : List.of("first", "second")) {
      DeadlockError told =
          assertThrows(DeadlockError.class, () -> world.advance(Duration.ofSeconds(1)));
      assertThat(told).hasMessageContainingAll(pair + " a waits", pair + " b waits");
    }
    world.settle();
  }

  @Test
  void aCircleThatATimeoutBreaksIsNoDeadlock() {
    ReentrantLock left = new ReentrantLock();
    ReentrantLock right = new ReentrantLock();
    world.go("a", () -> takeBoth(left, right));
    world.go("b", () -> {
      world.seam.lock(right);
      world.sleep(Duration.ofSeconds(1));
      world.log.add(
          "got " + world.seam.lockInterruptibly(left, Duration.ofSeconds(5).toNanos()));
      right.unlock();
    });
    world.advance(Duration.ofSeconds(9));
    assertEquals(List.of("got false"), world.log);
    assertEquals(List.of(), world.failures);
  }

  @Test
  void waitingForAConditionUnderALockThatTheOtherNeedsIsACircleToo() {
    ReentrantLock outer = new ReentrantLock();
    ReentrantLock inner = new ReentrantLock();
    world.go("waits", () -> {
      world.seam.lock(outer);
      world.seam.lock(inner);
      world.seam.await(inner, inner.newCondition(), () -> false, Long.MAX_VALUE);
    });
    world.go("signals", () -> {
      world.seam.lock(inner);
      try {
        world.seam.lock(outer);
      } finally {
        inner.unlock();
      }
    });
    assertThrows(DeadlockError.class, world::settle);
  }

  private void takeBoth(ReentrantLock first, ReentrantLock second) throws InterruptedException {
    world.seam.lock(first);
    world.sleep(Duration.ofSeconds(1));
    world.seam.lock(second);
    second.unlock();
    first.unlock();
  }

  // ---- who drives

  @Test
  void aThreadOfTheFabricCannotMoveTheClock() {
    world.go("a", () -> world.advance(Duration.ofSeconds(1)));
    world.settle();
    assertThat(world.failures)
        .singleElement()
        .asInstanceOf(InstanceOfAssertFactories.THROWABLE)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("a cannot move the clock");
  }

  @Test
  void anotherThreadCanTakeOverBetweenWaits() throws Exception {
    world.go("a", () -> world.log.add("a"));
    Thread other = new Thread(world::settle);
    other.start();
    other.join();
    assertEquals(List.of("a"), world.log);
    world.settle();
  }

  @Test
  void aGuestWaitsByTheVirtualClock() throws Exception {
    world.settle();
    boolean[] timedOut = {false};
    Thread guest = new Thread(() -> {
      try {
        timedOut[0] = !world.await(() -> false, Duration.ofSeconds(1).toNanos());
      } catch (InterruptedException e) {
        world.failures.add(e);
      }
    });
    guest.start();
    world.advance(Duration.ofSeconds(1));
    guest.join();
    assertTrue(timedOut[0]);
    assertEquals(List.of(), world.failures);
  }

  @Test
  void readyWinsOverTheInterruptOfAGuestToo() throws Exception {
    world.settle();
    boolean[] ready = {false};
    boolean[] kept = {false};
    Thread guest = new Thread(() -> {
      try {
        world.await(() -> ready[0]);
        kept[0] = Thread.currentThread().isInterrupted();
      } catch (InterruptedException e) {
        world.failures.add(e);
      }
    });
    guest.start();
    while (guest.getState() != Thread.State.TIMED_WAITING) {
      Thread.onSpinWait();
    }
    world.change(() -> {
      guest.interrupt();
      ready[0] = true;
    });
    guest.join();
    assertEquals(List.of(), world.failures);
    assertTrue(kept[0]);
  }

  // ---- giving up

  @Test
  void aThreadThatWasGivenUpUnwindsThroughItsFinallyBlocks() {
    world.go("a", () -> {
      try {
        world.await(() -> false);
      } finally {
        world.log.add("unwound");
        assertThrows(Abandoned.class, () -> world.sleep(Duration.ofSeconds(1)));
      }
    });
    world.settle();
    assertEquals(List.of(), world.baton.abandon());
    assertEquals(List.of("unwound"), world.log);
    assertThat(world.failures).singleElement().isInstanceOf(Abandoned.class);
  }

  @Test
  void aThreadThatWasGivenUpBeforeItsFirstTurnNeverRuns() {
    world.go("a", () -> world.log.add("ran"));
    assertEquals(List.of(), world.baton.abandon());
    assertEquals(List.of(), world.log);
  }

  @Test
  void locksWorkAfterAllWasGivenUp() {
    world.go("a", () -> world.await(() -> false));
    world.settle();
    assertEquals(List.of(), world.baton.abandon());
    ReentrantLock lock = new ReentrantLock();
    world.seam.lock(lock);
    assertTrue(lock.isHeldByCurrentThread());
  }
}
