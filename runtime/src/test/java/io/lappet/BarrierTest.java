package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.internal.sync.BarrierCore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Barriers, which a fabric makes. */
@Timeout(60)
class BarrierTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private final Fabric fabric = Fabric.create();

  @AfterEach
  void close() {
    fabric.close();
  }

  private static List<Side<Integer>> waiting(int number, Barrier barrier) {
    List<Side<Integer>> sides = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      sides.add(Side.call(() -> barrier.await()).parked());
    }
    return sides;
  }

  /** All parties, which arrive one after the other. */
  private static List<Side<Integer>> all(Barrier barrier) {
    List<Side<Integer>> sides = waiting(barrier.parties() - 1, barrier);
    sides.add(Side.call(() -> barrier.await()));
    return sides;
  }

  private static void allBroken(List<? extends Side<?>> sides) {
    assertThat(sides)
        .allSatisfy(side -> assertThat(side.failure()).isInstanceOf(BarrierBrokenException.class));
  }

  private static void isBroken(Callable<?> attempt) {
    assertThatThrownBy(attempt::call).isInstanceOf(BarrierBrokenException.class);
  }

  /** An action that says when it has begun, and ends when told so. */
  private static final class SlowAction implements Runnable {
    private final CountDownLatch begun = new CountDownLatch(1);
    private final CountDownLatch mayEnd = new CountDownLatch(1);
    private final AtomicInteger runs = new AtomicInteger();

    @Override
    public void run() {
      runs.incrementAndGet();
      begun.countDown();
      Eventually.stubbornly(mayEnd);
    }
  }

  // ---- BAR

  @Test
  void bar1_tenTripsInLockstep() {
    int parties = 5;
    int trips = 10;
    Barrier barrier = fabric.barrier(parties);
    AtomicInteger[] before = new AtomicInteger[trips];
    AtomicInteger[] after = new AtomicInteger[trips];
    for (int trip = 0; trip < trips; trip++) {
      before[trip] = new AtomicInteger();
      after[trip] = new AtomicInteger();
    }
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < parties; i++) {
      sides.add(Side.run(() -> {
        for (int trip = 0; trip < trips; trip++) {
          if (trip > 0) {
            assertThat(before[trip - 1]).hasValue(parties);
          }
          if (trip > 1) {
            assertThat(after[trip - 2]).hasValue(parties);
          }
          before[trip].incrementAndGet();
          barrier.await();
          assertThat(before[trip]).hasValue(parties);
          after[trip].incrementAndGet();
        }
      }));
    }
    sides.forEach(Side::result);
    assertThat(barrier.waiting()).isZero();
    assertThat(barrier.isBroken()).isFalse();
  }

  @Test
  void eachPartyHasItsOwnIndexInOrderOfArrival() throws Exception {
    Barrier barrier = fabric.barrier(4);
    for (int trip = 0; trip < 3; trip++) {
      List<Side<Integer>> others = waiting(3, barrier);
      assertThat(barrier.waiting()).isEqualTo(3);
      assertThat(barrier.await()).isEqualTo(3);
      assertThat(others).extracting(Side::result).containsExactly(0, 1, 2);
    }
  }

  @Test
  void bar2_aFailingActionBreaksTheBarrierForAll() {
    RuntimeException failure = new IllegalStateException("action");
    Barrier barrier = fabric.barrier(
        3,
        () -> {
          throw failure;
        },
        Duration.ofSeconds(30));
    for (int round = 0; round < 2; round++) {
      List<Side<Integer>> others = waiting(2, barrier);
      assertThatThrownBy(barrier::await).isSameAs(failure);
      allBroken(others);
      assertThat(barrier.isBroken()).isTrue();
      isBroken(barrier::await);
      barrier.reset();
      assertThat(barrier.isBroken()).isFalse();
    }
  }

  @Test
  void bar3_aDefaultTimeoutAppliesWhenACallGivesNone() throws Exception {
    Duration limit = Duration.ofMillis(300);
    Barrier barrier = fabric.barrier(5, () -> {}, limit);
    List<Side<Duration>> sides = new ArrayList<>();
    AtomicInteger timedOut = new AtomicInteger();
    for (int i = 0; i < 4; i++) {
      sides.add(Side.call(() -> timeOf(() -> {
        try {
          barrier.await();
          throw new AssertionError("passed");
        } catch (WaitTimeoutException e) {
          timedOut.incrementAndGet();
        } catch (BarrierBrokenException e) {
          return; // because of another one
        }
      })));
    }
    assertThat(sides)
        .extracting(Side::result)
        .allMatch(time -> time.compareTo(Eventually.PATIENCE) < 0)
        .anyMatch(time -> time.compareTo(limit) >= 0);
    assertThat(timedOut).hasPositiveValue();
    isBroken(barrier::await);
  }

  @Test
  void aLimitOfACallReplacesTheDefault() throws Exception {
    Barrier barrier = fabric.barrier(2, () -> {}, Duration.ofMillis(1));
    Side<Integer> patient = Side.call(() -> barrier.await(LARGEST)).blocked();
    assertThat(barrier.await(Duration.ZERO)).isEqualTo(1);
    assertThat(patient.result()).isZero();
  }

  @Test
  void bar4_abortFreesTheWaitingAndStaysBroken() throws Exception {
    Barrier barrier = fabric.barrier(5);
    List<Side<Integer>> others = waiting(4, barrier);
    barrier.abort();
    allBroken(others);
    assertThat(barrier.isBroken()).isTrue();
    assertThat(barrier.waiting()).isZero();
    isBroken(barrier::await);
    isBroken(() -> barrier.await(SHORT));
    barrier.abort();
    barrier.reset();
    assertThat(barrier.isBroken()).isFalse();
    List<Side<Integer>> again = waiting(4, barrier);
    assertThat(barrier.await()).isEqualTo(4);
    again.forEach(Side::result);
  }

  @Test
  void bar5_aBarrierOfOneNeverBlocks() throws Exception {
    AtomicInteger actions = new AtomicInteger();
    Barrier barrier = fabric.barrier(1, actions::incrementAndGet, SHORT);
    assertThat(barrier.await()).isZero();
    assertThat(barrier.await(Duration.ZERO)).isZero();
    assertThat(barrier.await(SMALLEST)).isZero();
    assertThat(actions).hasValue(3);
    assertThat(fabric.barrier(1).await()).isZero();
  }

  // ---- The action

  @Test
  void theActionRunsOnceATripOnTheLastToArriveBeforeAnyonePasses() throws Exception {
    AtomicInteger actions = new AtomicInteger();
    AtomicReference<Thread> actor = new AtomicReference<>();
    int[] seen = new int[1]; // published by the barrier
    Barrier barrier = fabric.barrier(
        3,
        () -> {
          actor.set(Thread.currentThread());
          seen[0] = actions.incrementAndGet();
        },
        Duration.ofSeconds(30));
    for (int trip = 1; trip <= 3; trip++) {
      List<Side<Integer>> others = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        others.add(Side.call(() -> {
              barrier.await();
              return seen[0];
            })
            .parked());
      }
      barrier.await();
      assertThat(actor.get()).isSameAs(Thread.currentThread());
      assertThat(seen[0]).isEqualTo(trip);
      assertThat(others).extracting(Side::result).containsOnly(trip);
    }
    assertThat(actions).hasValue(3);
  }

  @Test
  void nobodyPassesTimesOutOrIsInterruptedWhileTheActionRuns() throws Exception {
    ManualSeam seam = new ManualSeam();
    SlowAction action = new SlowAction();
    Barrier barrier = new BarrierCore(seam, 3, action, null);
    Side<Boolean> interrupted = Side.call(() -> {
          barrier.await();
          return Thread.currentThread().isInterrupted();
        })
        .parked();
    Side<Integer> timed = Side.call(() -> barrier.await(Duration.ofSeconds(1))).parked();
    Side<Integer> last = Side.call(() -> barrier.await());
    Eventually.passes(action.begun);
    interrupted.interrupt();
    seam.pass(Duration.ofSeconds(2));
    Eventually.letPass(SHORT);
    assertThat(interrupted.isOver() || timed.isOver() || last.isOver()).isFalse();
    assertThat(barrier.isBroken()).isFalse();
    action.mayEnd.countDown();
    assertThat(interrupted.result()).isTrue();
    assertThat(timed.result()).isEqualTo(1);
    assertThat(last.result()).isEqualTo(2);
  }

  @Test
  void whoComesWhileTheActionRunsBelongsToTheNextTrip() throws Exception {
    SlowAction action = new SlowAction();
    Barrier barrier = fabric.barrier(2, action, Duration.ofSeconds(30));
    List<Side<Integer>> first = all(barrier);
    Eventually.passes(action.begun);
    Side<Integer> early = Side.call(() -> barrier.await()).blocked();
    assertThat(action.runs).hasValue(1);
    action.mayEnd.countDown();
    assertThat(first).extracting(Side::result).containsExactly(0, 1);
    assertThat(early.parked().isOver()).isFalse();
    assertThat(barrier.await()).isEqualTo(1);
    assertThat(early.result()).isZero();
    assertThat(action.runs).hasValue(2);
  }

  @Test
  void whoGivesUpWhileTheActionRunsBreaksTheNextTripAndNotThisOne() throws Exception {
    SlowAction action = new SlowAction();
    Barrier barrier = fabric.barrier(2, action, Duration.ofSeconds(30));
    List<Side<Integer>> first = all(barrier);
    Eventually.passes(action.begun);
    assertThatThrownBy(() -> barrier.await(Duration.ofMillis(1)))
        .isInstanceOf(WaitTimeoutException.class);
    Side<Integer> interrupted = Side.call(() -> barrier.await()).parked().interrupt();
    assertThat(interrupted.failure()).isInstanceOf(InterruptedException.class);
    action.mayEnd.countDown();
    assertThat(first).extracting(Side::result).containsExactly(0, 1);
    assertThat(barrier.isBroken()).isTrue();
    isBroken(barrier::await);
  }

  @Test
  void anActionThatWaitsAtItsOwnBarrierIsRefused() {
    AtomicReference<Barrier> barrier = new AtomicReference<>();
    AtomicReference<Throwable> refused = new AtomicReference<>();
    barrier.set(fabric.barrier(
        2,
        () -> {
          try {
            barrier.get().await();
          } catch (IllegalStateException e) {
            refused.set(e);
          } catch (InterruptedException e) {
            throw new AssertionError(e);
          }
        },
        Duration.ofSeconds(30)));
    all(barrier.get()).forEach(Side::result);
    assertThat(refused.get()).isInstanceOf(IllegalStateException.class);
    assertThat(barrier.get().isBroken()).isFalse();
  }

  @Test
  void abortWhileTheActionRunsBreaksTheTrip() throws Exception {
    SlowAction action = new SlowAction();
    Barrier barrier = fabric.barrier(2, action, Duration.ofSeconds(30));
    List<Side<Integer>> both = all(barrier);
    Eventually.passes(action.begun);
    barrier.abort();
    assertThat(both.get(0).failure()).isInstanceOf(BarrierBrokenException.class);
    action.mayEnd.countDown();
    assertThat(both.get(1).failure()).isInstanceOf(BarrierBrokenException.class);
    assertThat(barrier.isBroken()).isTrue();
  }

  @Test
  void resetWhileTheActionRunsBreaksTheTripAndStartsAfresh() throws Exception {
    SlowAction action = new SlowAction();
    Barrier barrier = fabric.barrier(2, action, Duration.ofSeconds(30));
    List<Side<Integer>> both = all(barrier);
    Eventually.passes(action.begun);
    barrier.reset();
    assertThat(both.get(0).failure()).isInstanceOf(BarrierBrokenException.class);
    assertThat(barrier.isBroken()).isFalse();
    action.mayEnd.countDown();
    assertThat(both.get(1).failure()).isInstanceOf(BarrierBrokenException.class);
    assertThat(barrier.isBroken()).isFalse();
    all(barrier).forEach(Side::result);
  }

  @Test
  void anActionMayResetOrAbortItsBarrier() {
    AtomicReference<Barrier> barrier = new AtomicReference<>();
    barrier.set(fabric.barrier(2, () -> barrier.get().reset(), Duration.ofSeconds(30)));
    allBroken(all(barrier.get()));
    assertThat(barrier.get().isBroken()).isFalse();
    barrier.set(fabric.barrier(2, () -> barrier.get().abort(), Duration.ofSeconds(30)));
    allBroken(all(barrier.get()));
    assertThat(barrier.get().isBroken()).isTrue();
  }

  // ---- What breaks it

  @Test
  void whoTimesOutBreaksItAndOnlyThatOneIsTold() throws Exception {
    Barrier barrier = fabric.barrier(4);
    List<Side<Integer>> others = waiting(2, barrier);
    assertThat(timeOf(() -> assertThatThrownBy(() -> barrier.await(SHORT))
            .isInstanceOf(WaitTimeoutException.class)))
        .isBetween(SHORT, Eventually.PATIENCE);
    allBroken(others);
    isBroken(barrier::await);
    barrier.reset();
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST)) {
      assertThatThrownBy(() -> barrier.await(limit)).isInstanceOf(WaitTimeoutException.class);
      assertThat(barrier.isBroken()).isTrue();
      barrier.reset();
    }
  }

  @Test
  void whoIsInterruptedBreaksItAndOnlyThatOneIsTold() {
    Barrier barrier = fabric.barrier(4);
    List<Side<Integer>> others = waiting(2, barrier);
    Side<Integer> interrupted = Side.call(() -> barrier.await()).parked();
    assertThat(interrupted.interrupt().failure()).isInstanceOf(InterruptedException.class);
    allBroken(others);
    assertThat(barrier.isBroken()).isTrue();
  }

  @Test
  void whoIsInterruptedBeforeBreaksItAtOnce() {
    for (int parties = 1; parties < 3; parties++) {
      Barrier barrier = fabric.barrier(parties);
      Thread.currentThread().interrupt();
      assertThatThrownBy(barrier::await).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
      assertThat(barrier.isBroken()).isTrue();
    }
  }

  @Test
  void aResetFreesThoseWhoWaitAndStartsAfresh() throws Exception {
    Barrier barrier = fabric.barrier(3);
    List<Side<Integer>> old = waiting(2, barrier);
    barrier.reset();
    allBroken(old);
    assertThat(barrier.isBroken()).isFalse();
    assertThat(barrier.waiting()).isZero();
    List<Side<Integer>> others = waiting(2, barrier);
    assertThat(barrier.await()).isEqualTo(2);
    assertThat(others).extracting(Side::result).containsExactly(0, 1);
  }

  @Test
  void aResetHarmsNobodyWhenNobodyWaits() throws Exception {
    Barrier barrier = fabric.barrier(2);
    barrier.reset();
    for (int round = 0; round < 100; round++) {
      Side<Integer> other = Side.call(() -> barrier.await()).parked();
      barrier.await(); // the other may not have gone on when the barrier is reset
      barrier.reset();
      assertThat(other.result()).isZero();
    }
  }

  @Test
  void mistakesAreRefused() throws Exception {
    for (int parties : new int[] {0, -1, Integer.MIN_VALUE}) {
      assertThatIllegalArgumentException().isThrownBy(() -> fabric.barrier(parties));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> fabric.barrier(parties, () -> {}, SHORT));
    }
    assertThatNullPointerException().isThrownBy(() -> fabric.barrier(2, null, SHORT));
    assertThatNullPointerException().isThrownBy(() -> fabric.barrier(2, () -> {}, null));
    Barrier barrier = fabric.barrier(2);
    assertThatNullPointerException().isThrownBy(() -> barrier.await(null));
    assertThat(barrier.isBroken()).isFalse();
    assertThat(barrier.parties()).isEqualTo(2);
    Side<Integer> other = Side.call(() -> barrier.await()).parked();
    assertThat(barrier.await()).isEqualTo(1);
    other.result();
  }

  // ---- Much at once

  @Test
  void moreThreadsThanPartiesMakeWholeTrips() {
    int parties = 3;
    int threads = 6;
    int rounds = 100;
    AtomicInteger actions = new AtomicInteger();
    AtomicInteger acting = new AtomicInteger();
    List<Integer> indices = new CopyOnWriteArrayList<>();
    Barrier barrier = fabric.barrier(
        parties,
        () -> {
          assertThat(acting.incrementAndGet()).isEqualTo(1);
          actions.incrementAndGet();
          Thread.yield();
          acting.decrementAndGet();
        },
        Duration.ofSeconds(30));
    AtomicInteger tickets = new AtomicInteger(parties * rounds);
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      sides.add(Side.run(() -> {
        while (tickets.getAndDecrement() > 0) {
          indices.add(barrier.await());
        }
      }));
    }
    sides.forEach(Side::result);
    assertThat(actions).hasValue(rounds);
    for (int index = 0; index < parties; index++) {
      int wanted = index;
      assertThat(indices.stream().filter(got -> got == wanted)).hasSize(rounds);
    }
  }

  @Test
  void barriersServeVirtualThreads() {
    Barrier barrier = fabric.barrier(8);
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 8; i++) {
      tasks.add(fabric.submit("party", () -> barrier.await()));
    }
    assertThat(tasks).extracting(Task::join).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7);
  }
}
