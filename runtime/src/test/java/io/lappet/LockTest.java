package io.lappet;

import static io.lappet.Eventually.timeOf;
import static io.lappet.Inside.guarded;
import static io.lappet.Inside.inside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.AbstractOwnableSynchronizer;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.LockSupport;
import org.assertj.core.api.Assertions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks of woven objects, taken as generated code takes them, and their explicit conditions. */
@Timeout(60)
class LockTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  /** Less than anything waits here that waits, and more than a busy machine holds anything up. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private final Monitor x = Monitor.of("Box.x");
  private final Monitor y = Monitor.of("Box.y");

  // ---- LOCK

  @Test
  void lock1_theLockGoesToTheNextWaiterWhenTheHolderLeaves() throws Exception {
    Inside holder = inside(x);
    Side<String> waiter = Side.call(() -> guarded(x, () -> "entered")).blocked();
    assertThat(Side.call(() -> guarded(y, () -> "other lock")).result()).isEqualTo("other lock");
    holder.letGo();
    assertThat(waiter.result()).isEqualTo("entered");
  }

  @Test
  void lock2_aFailingBodyGivesTheLockBack() {
    Exception failure = new Exception("body");
    assertThatThrownBy(() -> guarded(x, () -> {
          throw failure;
        }))
        .isSameAs(failure);
    assertThat(Side.call(() -> guarded(x, () -> 1)).result()).isEqualTo(1);
  }

  @Test
  void lock3_tryingWithoutWaitingOnAHeldLockFailsAtOnceAndNamesTheCall() throws Exception {
    Inside holder = inside(x);
    assertThat(timeOf(() -> {
          assertThatThrownBy(() -> x.enter(Duration.ZERO, "Box.put()"))
              .isInstanceOf(WaitTimeoutException.class)
              .hasMessageContaining("Box.put()");
          assertThatThrownBy(() -> x.enterInterruptibly(SMALLEST, "Box.put()"))
              .isInstanceOf(WaitTimeoutException.class);
          assertThat(x.tryLock()).isFalse();
          assertThat(x.tryLock(0, TimeUnit.SECONDS)).isFalse();
          assertThat(x.tryLock(-1, TimeUnit.DAYS)).isFalse();
        }))
        .isLessThan(AT_ONCE);
    assertThat(x.isLocked()).isTrue();
    assertThat(x.holdCount()).isZero();
    holder.letGo();
    assertThat(x.isLocked()).isFalse();
  }

  @Test
  void lock4_givingBackALockThatNobodyHoldsIsAnErrorAndChangesNothing() throws Exception {
    assertThatThrownBy(x::unlock).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(x::exit).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(x.isLocked()).isFalse();
    guarded(x, () -> assertThat(x.isHeldByCurrentThread()).isTrue());
  }

  @Test
  void aTimedEntryGivesUpInTime() throws Exception {
    Inside holder = inside(x);
    assertThat(timeOf(() -> assertThatThrownBy(() -> x.enter(SHORT, "Box.put()"))
            .isInstanceOf(WaitTimeoutException.class)))
        .isGreaterThanOrEqualTo(SHORT);
    assertThat(timeOf(() -> assertThat(x.tryLock(100, TimeUnit.MILLISECONDS)).isFalse()))
        .isGreaterThanOrEqualTo(SHORT);
    holder.letGo();
  }

  @Test
  void aTimedEntrySucceedsWhenNothingNeedsWaitingFor() throws Exception {
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST, LARGEST)) {
      x.enter(limit, "Box.put()");
      x.exit();
      x.enterInterruptibly(limit, "Box.put()");
      x.exit();
    }
  }

  @Test
  void theLargestTimeoutWaits() throws Exception {
    Inside holder = inside(x);
    Side<Void> uninterruptible = Side.run(() -> {
      x.enter(LARGEST, "Box.put()");
      x.exit();
    });
    Side<Void> interruptible = Side.run(() -> {
      x.enterInterruptibly(LARGEST, "Box.put()");
      x.exit();
    });
    Side<Void> tried = Side.run(() -> {
      assertThat(x.tryLock(Long.MAX_VALUE, TimeUnit.DAYS)).isTrue();
      x.unlock();
    });
    uninterruptible.blocked();
    interruptible.blocked();
    tried.blocked();
    holder.letGo();
    uninterruptible.result();
    interruptible.result();
    tried.result();
  }

  @Test
  void aLockHasTheNameOfItsObjectAndItsOwn() {
    try (Fabric fabric = Fabric.create()) {
      var weaving = io.lappet.gen.Weaving.of(fabric, 1, "Account", this);
      assertThat(weaving.lock("balance").name()).isEqualTo("Account.balance");
      assertThat(weaving.lock("").name()).isEqualTo("Account.this");
    }
  }

  // ---- RLCK

  @Test
  void rlck1_aGuardedMethodMayCallAnotherOnTheSameLock() throws Exception {
    int depth = guarded(x, () -> guarded(x, () -> guarded(x, x::holdCount)));
    assertThat(depth).isEqualTo(3);
    assertThat(x.isLocked()).isFalse();
  }

  @Test
  void onlyTheOutermostExitFreesTheLock() throws Exception {
    x.enter();
    x.enter();
    x.exit();
    Side<Void> other = Side.run(() -> guarded(x, () -> {})).blocked();
    x.exit();
    other.result();
  }

  @Test
  void rlck2_anotherThreadCannotReleaseForTheOwner() throws Exception {
    x.enter();
    x.enter();
    assertThat(Side.run(x::unlock).failure()).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(x.holdCount()).isEqualTo(2);
    x.exit();
    x.exit();
  }

  @Test
  void rlck3_waitingOnAConditionGivesUpEveryLevelAndRestoresIt() throws Exception {
    Condition condition = x.newCondition();
    Side<Integer> waiter = Side.call(() -> guarded(
        x,
        () -> guarded(x, () -> {
          condition.await();
          return x.holdCount();
        })));
    waiter.parked();
    guarded(x, condition::signal);
    assertThat(waiter.result()).isEqualTo(2);
    assertThat(x.isLocked()).isFalse();
  }

  // ---- COND

  @Test
  void cond1_aSignalWakesAsManyWaitersAsItNames() throws Exception {
    Condition condition = x.newCondition();
    AtomicInteger woken = new AtomicInteger();
    List<Side<Void>> waiters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiters.add(Side.run(() -> guarded(x, () -> {
        condition.await();
        woken.incrementAndGet();
      })));
    }
    waiters.forEach(Side::parked);
    guarded(x, () -> {
      condition.signal();
      condition.signal();
      condition.signal();
    });
    Eventually.until(() -> waiters.stream().filter(Side::isOver).count() == 3);
    waiters.stream().filter(waiter -> !waiter.isOver()).forEach(Side::blocked);
    assertThat(woken).hasValue(3);
    guarded(x, condition::signalAll);
    waiters.forEach(Side::result);
  }

  @Test
  void cond2_aWokenWaiterDoesNotRunUntilTheSignallerLeaves() throws Exception {
    Condition condition = x.newCondition();
    int[] field = new int[1];
    Side<Integer> waiter = Side.call(() -> guarded(x, () -> {
      condition.await();
      return field[0];
    }));
    waiter.parked();
    guarded(x, () -> {
      condition.signal();
      waiter.blocked();
      field[0] = 1;
    });
    assertThat(waiter.result()).isEqualTo(1);
  }

  @Test
  void cond3_usingAConditionWithoutHoldingItsLockIsAnError() throws Exception {
    Condition condition = x.newCondition();
    Side<Void> waiter = Side.run(() -> guarded(x, () -> condition.await()));
    waiter.parked();
    for (Body use : List.<Body>of(
        condition::signal,
        condition::signalAll,
        condition::await,
        condition::awaitUninterruptibly,
        () -> condition.awaitNanos(1),
        () -> condition.await(1, TimeUnit.SECONDS),
        () -> condition.awaitUntil(new Date()))) {
      assertThatThrownBy(use::run).isInstanceOf(IllegalMonitorStateException.class);
    }
    waiter.blocked();
    guarded(x, condition::signal);
    waiter.result();
  }

  @Test
  void cond4_aTimedWaitReturnsFalseAndHoldsTheLockAgain() {
    Condition condition = x.newCondition();
    List<Side<Duration>> waiters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      waiters.add(Side.call(() -> guarded(
          x,
          () -> timeOf(() -> {
            assertThat(condition.await(300, TimeUnit.MILLISECONDS)).isFalse();
            assertThat(x.isHeldByCurrentThread()).isTrue();
          }))));
    }
    for (Side<Duration> waiter : waiters) {
      assertThat(waiter.result()).isGreaterThanOrEqualTo(Duration.ofMillis(300));
    }
  }

  @Test
  void cond5_waitersAreWokenInTheOrderOfTheirArrival() throws Exception {
    Condition condition = x.newCondition();
    Side<Void> first = Side.run(() -> guarded(x, () -> condition.await())).parked();
    Side<Void> second = Side.run(() -> guarded(x, () -> condition.await())).parked();
    guarded(x, condition::signal);
    first.result();
    second.blocked();
    guarded(x, condition::signal);
    second.result();
  }

  @Test
  void aSignalIsNotRemembered() throws Exception {
    Condition condition = x.newCondition();
    guarded(x, condition::signal);
    guarded(x, condition::signalAll);
    assertThat(guarded(x, () -> condition.await(10, TimeUnit.MILLISECONDS))).isFalse();
  }

  @Test
  void aWaiterThatGaveUpTakesNoSignalFromTheNext() throws Exception {
    Condition condition = x.newCondition();
    assertThat(guarded(x, () -> condition.awaitNanos(1))).isNotPositive();
    assertThat(guarded(x, () -> condition.awaitUntil(Date.from(Instant.now())))).isFalse();
    Side<Void> interrupted = Side.run(() -> guarded(x, () -> condition.await())).parked();
    interrupted.interrupt();
    assertThat(interrupted.failure()).isInstanceOf(InterruptedException.class);
    Side<Void> waiter = Side.run(() -> guarded(x, () -> condition.await())).parked();
    guarded(x, condition::signal);
    waiter.result();
  }

  @Test
  void aSignalToAWaiterThatIsInterruptedAtTheSameTimeIsNotLost() throws Exception {
    Condition condition = x.newCondition();
    AtomicInteger signalled = new AtomicInteger();
    Body wait = () -> guarded(x, () -> {
      condition.await();
      signalled.incrementAndGet();
    });
    Side<Void> first = Side.run(wait).parked();
    Side<Void> second = Side.run(wait).parked();
    guarded(x, () -> {
      first.interrupt();
      // The interrupt has ended its wait, and it comes for the lock.
      Eventually.until(
          () -> LockSupport.getBlocker(first.thread()) instanceof AbstractOwnableSynchronizer);
      condition.signal();
    });
    Eventually.until(() -> signalled.get() == 1);
    guarded(x, condition::signal);
    Eventually.until(() -> first.isOver() && second.isOver());
  }

  @Test
  void aWaitForASignalIsInterruptible() throws Exception {
    Condition condition = x.newCondition();
    for (Body wait : List.<Body>of(
        condition::await,
        () -> condition.await(1, TimeUnit.DAYS),
        () -> condition.awaitNanos(Long.MAX_VALUE),
        () -> condition.awaitUntil(Date.from(Instant.now().plusSeconds(1000))))) {
      Side<Boolean> waiter = Side.call(() -> guarded(x, () -> {
        try {
          wait.run();
          return false;
        } catch (InterruptedException e) {
          return x.holdCount() == 1 && !Thread.currentThread().isInterrupted();
        }
      }));
      waiter.parked().interrupt();
      assertThat(waiter.result()).isTrue();
    }
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> guarded(x, () -> condition.await()))
        .isInstanceOf(InterruptedException.class);
    assertThat(x.isLocked()).isFalse();
  }

  @Test
  void anUninterruptibleWaitForASignalKeepsTheInterrupt() throws Exception {
    Condition condition = x.newCondition();
    Side<Boolean> waiter = Side.call(() -> guarded(x, () -> {
      condition.awaitUninterruptibly();
      return Thread.currentThread().isInterrupted();
    }));
    waiter.parked().interrupt().blocked();
    guarded(x, condition::signal);
    assertThat(waiter.result()).isTrue();
  }

  // ---- Interruption (INT.1)

  @Test
  void anUninterruptibleEntryWaitsOnAndKeepsTheFlag() throws Exception {
    Monitors both = Monitors.of(x, y);
    anUninterruptibleEntryWaitsOn(x::enter, x::exit);
    anUninterruptibleEntryWaitsOn(x::lock, x::unlock);
    anUninterruptibleEntryWaitsOn(() -> x.enter(LARGEST, "Box.put()"), x::exit);
    anUninterruptibleEntryWaitsOn(both::enter, both::exit);
    anUninterruptibleEntryWaitsOn(() -> both.enter(LARGEST, "Box.put()"), both::exit);
  }

  private void anUninterruptibleEntryWaitsOn(Body enter, Body exit) throws Exception {
    Inside holder = inside(x);
    Side<Boolean> entering = Side.call(() -> {
      enter.run();
      boolean kept = Thread.currentThread().isInterrupted() && x.isHeldByCurrentThread();
      exit.run();
      return kept;
    });
    entering.parked().interrupt().blocked();
    holder.letGo();
    assertThat(entering.result()).isTrue();
  }

  @Test
  void anUninterruptibleEntryThatTimesOutKeepsTheFlag() throws Exception {
    Inside holder = inside(x);
    Side<Boolean> entering = Side.call(() -> {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> x.enter(SHORT, "Box.put()"))
          .isInstanceOf(WaitTimeoutException.class);
      return Thread.currentThread().isInterrupted();
    });
    assertThat(entering.result()).isTrue();
    holder.letGo();
  }

  @Test
  void anUninterruptibleEntryIntoAFreeLockKeepsTheFlag() {
    Thread.currentThread().interrupt();
    try {
      x.enter();
      x.enter(Duration.ZERO, "Box.put()");
      assertThat(x.tryLock()).isTrue();
      Monitors.of(x, y).enter();
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
      assertThat(x.holdCount()).isEqualTo(4);
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void int1_anInterruptibleEntryEndsAndHoldsNothing() throws Exception {
    Monitors both = Monitors.of(y, x);
    for (Body entry : List.<Body>of(
        x::enterInterruptibly,
        x::lockInterruptibly,
        () -> x.enterInterruptibly(LARGEST, "Box.put()"),
        () -> x.tryLock(1, TimeUnit.DAYS),
        both::enterInterruptibly,
        () -> both.enterInterruptibly(LARGEST, "Box.put()"))) {
      Inside holder = inside(x);
      Side<Boolean> entering = Side.call(() -> {
        try {
          entry.run();
          return false;
        } catch (InterruptedException e) {
          return !Thread.currentThread().isInterrupted() && !y.isHeldByCurrentThread();
        }
      });
      entering.parked().interrupt();
      assertThat(entering.result()).isTrue();
      holder.letGo();
      assertThat(x.isLocked() || y.isLocked()).isFalse();
    }
  }

  @Test
  void anInterruptibleEntryThrowsAtOnceIfTheFlagIsSet() {
    for (Body entry : List.<Body>of(
        x::enterInterruptibly,
        () -> x.enterInterruptibly(Duration.ZERO, "Box.put()"),
        () -> x.tryLock(0, TimeUnit.SECONDS),
        Monitors.of(x, y)::enterInterruptibly)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(entry::run).isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    assertThat(x.isLocked()).isFalse();
  }

  // ---- Several locks

  @Test
  void severalLocksAreTakenInOneOrderSoThatOppositeCallsCannotDeadlock() {
    long[] accounts = {1000, 1000};
    List<Side<Void>> transfers = new ArrayList<>();
    for (int direction = 0; direction < 2; direction++) {
      Monitors locks = direction == 0 ? Monitors.of(x, y) : Monitors.of(y, x);
      int from = direction;
      transfers.add(Side.run(() -> {
        for (int i = 0; i < 20_000; i++) {
          locks.enter();
          try {
            accounts[from]--;
            accounts[1 - from]++;
          } finally {
            locks.exit();
          }
        }
      }));
    }
    transfers.forEach(Side::result);
    assertThat(accounts).containsExactly(1000, 1000);
    assertThat(x.isLocked() || y.isLocked()).isFalse();
  }

  @Test
  void severalLocksAreTakenAllOrNone() throws Exception {
    Inside holder = inside(y);
    Monitors both = Monitors.of(x, y);
    assertThatThrownBy(() -> both.enter(SHORT, "Account.transferTo()"))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("Account.transferTo()");
    assertThatThrownBy(() -> both.enterInterruptibly(Duration.ZERO, "Account.transferTo()"))
        .isInstanceOf(WaitTimeoutException.class);
    assertThat(x.isLocked()).isFalse();
    holder.letGo();
    both.enter(Duration.ZERO, "Account.transferTo()");
    assertThat(x.holdCount() + y.holdCount()).isEqualTo(2);
    both.exit();
    assertThat(x.isLocked() || y.isLocked()).isFalse();
  }

  @Test
  void theSameLockTwiceIsTakenTwice() throws Exception {
    Monitors twice = Monitors.of(x, x);
    twice.enter(SHORT, "Account.transferTo()");
    assertThat(x.holdCount()).isEqualTo(2);
    twice.exit();
    assertThat(x.isLocked()).isFalse();
  }

  @Test
  void anObjectWithoutLocksIsLeftOut() throws Exception {
    Monitors one = Monitors.of(null, x, null);
    one.enter();
    assertThat(x.holdCount()).isEqualTo(1);
    one.exit();
    Monitors none = Monitors.of(null, null);
    none.enter(Duration.ZERO, "Account.transferTo()");
    none.exit();
    none.enterInterruptibly();
    none.exit();
    assertThat(x.isLocked()).isFalse();
  }

  @Test
  void aFailedEntryIntoTheSecondLockGivesTheFirstBack() {
    ReadWriteMonitor data = ReadWriteMonitor.of("Box.data");
    Monitors both = Monitors.of(x, data.writeLock());
    data.enterRead();
    assertThatThrownBy(both::enter).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> both.enter(SHORT, "Account.transferTo()"))
        .isInstanceOf(IllegalStateException.class);
    assertThat(x.isLocked()).isFalse();
    data.exitRead();
  }

  @Test
  void locksOfSeveralFabricsHaveOneLimit() throws Exception {
    try (Fabric fabric = Fabric.create()) {
      Monitor other = Monitor.of(fabric, "Box.other");
      Inside holder = inside(other);
      Monitors both = Monitors.of(x, other);
      assertThat(timeOf(() -> assertThatThrownBy(() -> both.enter(SHORT, "Box.put()"))
              .isInstanceOf(WaitTimeoutException.class)))
          .isGreaterThanOrEqualTo(SHORT);
      holder.letGo();
      both.enter(SHORT, "Box.put()");
      both.exit();
    }
  }

  // ---- In order of arrival

  @Test
  void aFairLockServesInOrderOfArrival() throws Exception {
    Monitor fair = Monitor.fair("Box.fair");
    List<Integer> order = new CopyOnWriteArrayList<>();
    Inside holder = inside(fair);
    List<Side<Void>> waiters = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      int number = i;
      waiters.add(Side.run(() -> guarded(fair, () -> order.add(number))).parked());
    }
    holder.letGo();
    waiters.forEach(Side::result);
    assertThat(order).containsExactly(0, 1, 2, 3, 4);
  }

  @Test
  void aFairLockIsTriedOnce() throws Exception {
    Monitor fair = Monitor.fair("Box.fair");
    fair.enter(Duration.ZERO, "Box.put()");
    assertThat(fair.tryLock()).isTrue();
    assertThat(fair.tryLock(0, TimeUnit.SECONDS)).isTrue();
    assertThat(fair.holdCount()).isEqualTo(3);
    Side<Throwable> other =
        Side.call(() -> Assertions.catchThrowable(() -> fair.enter(Duration.ZERO, "Box.put()")));
    assertThat(other.result()).isInstanceOf(WaitTimeoutException.class);
    fair.unlock();
    fair.unlock();
    fair.unlock();
  }

  // ---- Visibility

  @Test
  void noUpdateUnderALockIsLost() {
    int[] counter = new int[1];
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sides.add(Side.run(() -> {
        for (int k = 0; k < 10_000; k++) {
          guarded(x, () -> counter[0]++);
        }
      }));
    }
    sides.forEach(Side::result);
    assertThat(counter[0]).isEqualTo(40_000);
  }

  @Test
  void signalsUnderInterruptsWakeExactlyAsManyAsTheyName() throws Exception {
    Condition condition = x.newCondition();
    for (int round = 0; round < 300; round++) {
      List<String> ends = new CopyOnWriteArrayList<>();
      List<Side<Void>> waiters = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        waiters.add(Side.run(() -> guarded(x, () -> {
          try {
            condition.await();
            ends.add("signalled");
          } catch (InterruptedException e) {
            ends.add("interrupted");
          }
        })));
      }
      waiters.forEach(Side::parked);
      Side<Void> interrupting = Side.run(() -> waiters.get(0).interrupt());
      guarded(x, condition::signal);
      interrupting.result();
      waiters.get(0).result();
      Eventually.until(() -> ends.contains("signalled"));
      guarded(x, condition::signalAll);
      waiters.forEach(Side::result);
    }
  }
}
