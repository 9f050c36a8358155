package io.lappet;

import static io.lappet.Eventually.timeOf;
import static io.lappet.Inside.guarded;
import static io.lappet.Inside.inside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Guard;
import io.lappet.gen.Monitor;
import io.lappet.internal.control.ControlledFabric;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.locks.Condition;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Waiting until a guard is true, as generated code does it. */
@Timeout(60)
class GuardTest {
  private static final Duration SHORT = Duration.ofMillis(100);

  /** Less than anything waits here that waits, and more than a busy machine holds anything up. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private final Monitor lock = Monitor.of("Box.this");
  private int stock; // guarded by lock
  private final Guard hasStock = lock.guard(() -> stock > 0);

  /** Takes one, as a method without a limit would. */
  private void take() {
    lock.enterWhen(hasStock, "Box.take()");
    try {
      stock--;
    } finally {
      lock.exit();
    }
  }

  private void put(int pieces) throws Exception {
    guarded(lock, () -> {
      stock += pieces;
    });
  }

  private int stock() throws Exception {
    return guarded(lock, () -> stock);
  }

  // ---- GRD

  @Test
  void grd1_theWakeUpIsAutomatic() throws Exception {
    Side<Void> taking = Side.run(this::take).blocked();
    put(1);
    taking.result();
    assertThat(stock()).isZero();
  }

  @Test
  void grd2_aTrueGuardDoesNotBypassTheLock() throws Exception {
    put(1);
    Inside holder = inside(lock);
    Side<Void> taking = Side.run(this::take).blocked();
    holder.letGo();
    taking.result();
  }

  @Test
  void grd3_aPastDeadlineStillSucceedsWhenNothingNeedsWaitingFor() throws Exception {
    put(4);
    for (Duration limit : List.of(
        Duration.ZERO, Duration.ofMillis(-10), Duration.ofSeconds(Long.MIN_VALUE), LARGEST)) {
      assertThat(timeOf(() -> {
            lock.enterWhen(hasStock, limit, "Box.take()");
            lock.exit();
            lock.enterWhenInterruptibly(() -> stock > 3, limit, "Box.take()");
            lock.exit();
            lock.enterWhen(hasStock, limit, limit, "Box.take()");
            lock.exit();
          }))
          .isLessThan(AT_ONCE);
    }
  }

  @Test
  void grd4_theLargestTimeoutDoesNotOverflow() throws Exception {
    Side<Void> taking = Side.run(() -> {
      lock.enterWhen(hasStock, LARGEST, "Box.take()");
      lock.exit();
    });
    Side<Void> other = Side.run(() -> {
      lock.enterWhenInterruptibly(() -> stock > 0, LARGEST, LARGEST, "Box.take()");
      lock.exit();
    });
    taking.blocked();
    other.blocked();
    put(1);
    taking.result();
    other.result();
  }

  // ---- Limits

  @Test
  void aFalseGuardIsTriedOnceAndNamesTheCall() throws Exception {
    assertThat(timeOf(() -> {
          assertThatThrownBy(() -> lock.enterWhen(hasStock, Duration.ZERO, "Box.take()"))
              .isInstanceOf(WaitTimeoutException.class)
              .hasMessageContaining("Box.take()");
          assertThatThrownBy(
                  () -> lock.enterWhenInterruptibly(() -> false, Duration.ofDays(-1), "Box.take()"))
              .isInstanceOf(WaitTimeoutException.class);
        }))
        .isLessThan(AT_ONCE);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void aTimedWaitGivesUpInTimeEvenIfSomebodyStaysInside() throws Exception {
    ManualSeam seam = new ManualSeam();
    Monitor box = Monitor.of(ControlledFabric.on(seam, Fabric.builder()), "Box.this");
    Guard never = box.guard(() -> false);
    Side<Void> waiting =
        Side.run(() -> box.enterWhen(never, Duration.ofHours(1), "Box.take()")).parked();
    Inside holder = inside(box);
    seam.pass(Duration.ofHours(1).minusNanos(1));
    waiting.blocked();
    seam.pass(Duration.ofNanos(1));
    assertThat(waiting.failure()).isInstanceOf(WaitTimeoutException.class);
    assertThat(box.isLocked()).isTrue();
    holder.letGo();
  }

  @Test
  void theLimitOfAGuardHoldsForItsLockToo() throws Exception {
    Inside holder = inside(lock);
    assertThatThrownBy(() -> lock.enterWhen(hasStock, SHORT, "Box.take()"))
        .isInstanceOf(WaitTimeoutException.class)
        .hasMessageContaining("did not get lock");
    holder.letGo();
  }

  @Test
  void theLimitOfALockDoesNotHoldForItsGuard() throws Exception {
    Side<Void> taking = Side.run(() -> {
      lock.enterWhen(hasStock, SHORT, null, "Box.take()");
      lock.exit();
    });
    taking.blocked();
    Eventually.letPass(SHORT);
    put(1);
    taking.result();
    Inside holder = inside(lock);
    for (Body entry : List.<Body>of(
        () -> lock.enterWhen(hasStock, SHORT, null, "Box.take()"),
        () -> lock.enterWhen(() -> true, SHORT, LARGEST, "Box.take()"),
        () -> lock.enterWhenInterruptibly(hasStock, SHORT, LARGEST, "Box.take()"),
        () -> lock.enterWhenInterruptibly(hasStock, LARGEST, SHORT, "Box.take()"))) {
      assertThatThrownBy(entry::run)
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContaining("within " + SHORT);
    }
    holder.letGo();
  }

  // ---- Interruption

  @Test
  void int1_anInterruptEndsTheWaitAndNothingIsHeld() throws Exception {
    for (Body entry : List.<Body>of(
        () -> lock.enterWhenInterruptibly(hasStock, "Box.take()"),
        () -> lock.enterWhenInterruptibly(hasStock, LARGEST, "Box.take()"),
        () -> lock.enterWhenInterruptibly(() -> stock > 0, "Box.take()"))) {
      assertThat(interrupted(entry)).isInstanceOf(InterruptedException.class);
    }
    for (Body entry : List.<Body>of(
        () -> lock.enterWhen(hasStock, "Box.take()"),
        () -> lock.enterWhen(hasStock, LARGEST, "Box.take()"),
        () -> lock.enterWhen(() -> stock > 0, LARGEST, LARGEST, "Box.take()"))) {
      assertThat(interrupted(entry))
          .isInstanceOf(WaitInterruptedException.class)
          .hasMessageContaining("Box.take()");
    }
    assertThat(lock.isLocked()).isFalse();
    put(1);
    take();
  }

  /** What {@code entry} throws when interrupted while it waits, also if somebody stays inside. */
  private Throwable interrupted(Body entry) throws Exception {
    Throwable[] thrown = new Throwable[2];
    for (int i = 0; i < 2; i++) {
      Side<Boolean> waiting = Side.call(() -> {
        entry.run();
        return null;
      });
      waiting.parked();
      Inside holder = i == 0 ? null : inside(lock);
      waiting.interrupt();
      thrown[i] = waiting.failure();
      if (holder != null) {
        holder.letGo();
      }
    }
    assertThat(thrown[1]).hasSameClassAs(thrown[0]);
    return thrown[0];
  }

  @Test
  void theFlagIsClearedIfTheInterruptIsDeclaredAndSetAgainIfNot() {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> lock.enterWhenInterruptibly(() -> true, "Box.take()"))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> lock.enterWhen(hasStock, "Box.take()"))
        .isInstanceOf(WaitInterruptedException.class);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void int3_interruptionBeatsTimeoutSuccessBeatsInterruption() throws Exception {
    assertThat(timeOf(() -> {
          Thread.currentThread().interrupt();
          assertThatThrownBy(
                  () -> lock.enterWhenInterruptibly(hasStock, Duration.ZERO, "Box.take()"))
              .isInstanceOf(InterruptedException.class);
          assertThat(Thread.interrupted()).isFalse();

          Thread.currentThread().interrupt();
          assertThatThrownBy(() -> lock.enterWhen(hasStock, Duration.ZERO, "Box.take()"))
              .isInstanceOf(WaitInterruptedException.class);
          assertThat(Thread.currentThread().isInterrupted()).isTrue();

          stock = 1;
          lock.enterWhen(hasStock, Duration.ZERO, "Box.take()");
          lock.enterWhen(hasStock, "Box.take()");
          assertThat(lock.holdCount()).isEqualTo(2);
          assertThat(Thread.interrupted()).isTrue();
          lock.exit();
          lock.exit();
        }))
        .isLessThan(AT_ONCE);
  }

  @Test
  void anInterruptDoesNotEndTheWaitForTheLock() throws Exception {
    put(1);
    Inside holder = inside(lock);
    Side<Boolean> taking = Side.call(() -> {
      take();
      return Thread.currentThread().isInterrupted();
    });
    taking.parked().interrupt().blocked();
    holder.letGo();
    assertThat(taking.result()).isTrue();
  }

  // ---- Order

  @Test
  void whoWaitsForOneGuardEntersInOrderOfArrival() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Side<Void>> waiters = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      int number = i;
      waiters.add(Side.run(() -> {
            lock.enterWhen(hasStock, "Box.take()");
            order.add(number);
            stock--;
            lock.exit();
          })
          .parked());
    }
    put(1);
    waiters.get(0).result();
    waiters.get(1).blocked();
    put(3);
    waiters.forEach(Side::result);
    assertThat(order).containsExactly(0, 1, 2, 3);
  }

  @Test
  void whoWaitsForSeveralGuardsEntersInOrderOfArrival() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Side<Void>> waiters = new ArrayList<>();
    List<Guard> guards = List.of(hasStock, lock.guard(() -> stock >= 2));
    for (int i = 0; i < 6; i++) {
      int number = i;
      Guard guard = i % 3 == 2 ? null : guards.get(i % 3);
      waiters.add(Side.run(() -> {
            if (guard == null) {
              lock.enterWhen(() -> stock >= 3, "Box.take()");
            } else {
              lock.enterWhen(guard, "Box.take()");
            }
            order.add(number);
            lock.exit();
          })
          .parked());
    }
    put(2);
    for (int i : List.of(0, 1, 3, 4)) {
      waiters.get(i).result();
    }
    waiters.get(2).blocked();
    put(1);
    waiters.forEach(Side::result);
    assertThat(order).containsExactly(0, 1, 3, 4, 2, 5);
  }

  @Test
  void whoWasOvertakenKeepsItsPlace() throws Exception {
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Side<Void>> waiters = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      int number = i;
      waiters.add(Side.run(() -> {
            lock.enterWhen(hasStock, "Box.take()");
            order.add(number);
            stock--;
            lock.exit();
          })
          .parked());
    }
    for (int round = 0; round < 20; round++) {
      lock.enter();
      stock++;
      lock.exit();
      if (lock.tryLock()) { // most often before the one that has been admitted
        stock = 0;
        lock.unlock();
      }
    }
    put(2);
    waiters.forEach(Side::result);
    assertThat(order).containsExactly(0, 1);
  }

  @Test
  void aGuardIsLookedAtOnceForAllWhoWaitForIt() throws Exception {
    AtomicInteger looks = new AtomicInteger();
    Guard counting = lock.guard(() -> {
      looks.incrementAndGet();
      return stock > 0;
    });
    List<Side<Void>> waiters = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      waiters.add(Side.run(() -> {
            lock.enterWhen(counting, "Box.look()");
            lock.exit();
          })
          .parked());
    }
    lock.enter();
    int before = looks.get();
    lock.exit();
    assertThat(looks.get() - before).isEqualTo(1);
    put(1);
    waiters.forEach(Side::result);
  }

  @Test
  void inAFairLockNobodyOvertakesWhoseGuardIsTrue() throws Exception {
    Monitor fair = Monitor.fair("Box.fair");
    Guard guard = fair.guard(() -> stock > 0);
    List<String> order = new CopyOnWriteArrayList<>();
    Side<Void> waiter = Side.run(() -> {
          fair.enterWhen(guard, "Box.take()");
          order.add("waiter");
          fair.exit();
        })
        .parked();
    Inside holder = inside(fair::enter, () -> {
      stock = 1;
      fair.exit();
    });
    List<Side<Void>> others = new ArrayList<>();
    others.add(Side.run(() -> {
          fair.enter();
          order.add("enter");
          fair.exit();
        })
        .parked());
    others.add(Side.run(() -> {
          fair.enterWhen(guard, LARGEST, "Box.take()");
          order.add("enterWhen");
          fair.exit();
        })
        .parked());
    others.add(Side.run(() -> {
          fair.enterInterruptibly(LARGEST, "Box.take()");
          order.add("enterInterruptibly");
          fair.exit();
        })
        .parked());
    holder.letGo();
    waiter.result();
    others.forEach(Side::result);
    assertThat(order).containsExactly("waiter", "enter", "enterWhen", "enterInterruptibly");
  }

  // ---- Nothing is lost

  @Test
  void whoGivesUpLeavesItsTurnToTheNext() throws Exception {
    Side<Void> first = Side.run(this::take).parked();
    Side<Void> second = Side.run(this::take).parked();
    Side<Void> third = Side.run(() -> lock.enterWhen(hasStock, Duration.ofMillis(1), "Box.take()"));
    assertThat(third.failure()).isInstanceOf(WaitTimeoutException.class);
    first.interrupt();
    assertThat(first.failure()).isInstanceOf(WaitInterruptedException.class);
    put(1);
    second.result();
  }

  @Test
  void aGuardThatThrowsThrowsInItsWaiterAndHoldsNobodyUp() throws Exception {
    BooleanSupplier failing = () -> {
      if (stock > 0) {
        throw new IllegalStateException("guard");
      }
      return false;
    };
    Side<Void> broken = Side.run(() -> lock.enterWhen(failing, "Box.take()")).parked();
    Side<Void> taking = Side.run(this::take).parked();
    put(1);
    assertThat(broken.failure()).isInstanceOf(IllegalStateException.class).hasMessage("guard");
    taking.result();
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void aGuardThatThrowsAtOnceHoldsNothing() throws Exception {
    assertThatThrownBy(() -> lock.enterWhen(
            () -> {
              throw new UnsupportedOperationException();
            },
            "Box.take()"))
        .isInstanceOf(UnsupportedOperationException.class);
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void whoeverChangesTheStateAndThenWaitsForASignalLetsOthersIn() throws Exception {
    Condition condition = lock.newCondition();
    Side<Void> taking = Side.run(this::take).parked();
    Side<Void> putting = Side.run(() -> guarded(
        lock,
        () -> guarded(lock, () -> {
          stock++;
          condition.await();
        })));
    taking.result();
    guarded(lock, condition::signal);
    putting.result();
  }

  @Test
  void whoeverChangesTheStateAndThenWaitsForItsOwnGuardLetsOthersIn() throws Exception {
    Side<Void> taking = Side.run(this::take).parked();
    Side<Void> putting = Side.run(() -> {
      lock.enter();
      stock++;
      lock.exit();
      lock.enterWhen(() -> stock == 0, "Box.put()");
      lock.exit();
    });
    taking.result();
    putting.result();
  }

  @Test
  void onlyTheOutermostExitLetsSomebodyIn() throws Exception {
    Side<Void> taking = Side.run(this::take).parked();
    lock.enter();
    put(1);
    taking.blocked();
    lock.exit();
    taking.result();
  }

  // ---- Refusal

  @Test
  void whoHoldsTheLockEntersIfTheGuardIsTrueAndIsRefusedOtherwise() throws Exception {
    lock.enter();
    for (Body entry : List.<Body>of(
        this::take,
        () -> lock.enterWhen(hasStock, Duration.ZERO, "Box.take()"),
        () -> lock.enterWhenInterruptibly(hasStock, LARGEST, "Box.take()"),
        () -> lock.enterWhenInterruptibly(() -> false, "Box.take()"))) {
      assertThatThrownBy(entry::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Box.take()")
          .hasMessageContaining("Box.this");
      assertThat(lock.holdCount()).isEqualTo(1);
    }
    stock = 1;
    take();
    assertThat(stock).isZero();
    lock.exit();
    assertThat(lock.isLocked()).isFalse();
  }

  @Test
  void whatNobodyHoldsCannotBeGivenBackWhileSomebodyWaits() throws Exception {
    Side<Void> taking = Side.run(this::take).parked();
    assertThatThrownBy(lock::exit).isInstanceOf(IllegalMonitorStateException.class);
    put(1);
    taking.result();
  }

  // ---- Many at once

  /** A bounded buffer as one writes it. */
  private static final class Buffer {
    private final Monitor lock;
    private final Guard notFull;
    private final Guard notEmpty;
    private final Deque<Integer> items = new ArrayDeque<>();

    Buffer(Monitor lock, int capacity) {
      this.lock = lock;
      this.notFull = lock.guard(() -> items.size() < capacity);
      this.notEmpty = lock.guard(() -> !items.isEmpty());
    }

    void put(int item) {
      lock.enterWhen(notFull, "Buffer.put()");
      try {
        items.addLast(item);
      } finally {
        lock.exit();
      }
    }

    int take() {
      lock.enterWhen(notEmpty, "Buffer.take()");
      try {
        return items.removeFirst();
      } finally {
        lock.exit();
      }
    }

    boolean tryPut(int item, Duration limit) {
      try {
        lock.enterWhen(() -> items.size() + item < 3, limit, "Buffer.put()");
      } catch (WaitTimeoutException e) {
        return false;
      }
      try {
        items.addLast(item);
        return true;
      } finally {
        lock.exit();
      }
    }
  }

  @Test
  void noWakeUpIsLostAmongMany() {
    for (Monitor monitor : List.of(Monitor.of("Buffer.this"), Monitor.fair("Buffer.this"))) {
      Buffer buffer = new Buffer(monitor, 3);
      List<Side<Long>> sides = new ArrayList<>();
      for (int i = 0; i < 4; i++) {
        sides.add(Side.call(() -> {
          for (int k = 1; k <= 2_000; k++) {
            buffer.put(k);
          }
          return 0L;
        }));
        sides.add(Side.call(() -> {
          long sum = 0;
          for (int k = 1; k <= 2_000; k++) {
            sum += buffer.take();
          }
          return sum;
        }));
      }
      long sum = sides.stream().mapToLong(Side::result).sum();
      assertThat(sum).isEqualTo(4 * 2_000L * 2_001 / 2);
      assertThat(monitor.isLocked()).isFalse();
    }
  }

  @Test
  void noWakeUpIsLostToThoseWhoGiveUp() throws Exception {
    Buffer buffer = new Buffer(lock, 2);
    AtomicInteger put = new AtomicInteger();
    CountDownLatch over = new CountDownLatch(1);
    Side<Void> impatient = Side.run(() -> {
      while (over.getCount() > 0) {
        if (buffer.tryPut(1, Duration.ofNanos(20_000))) {
          put.incrementAndGet();
        }
      }
    });
    Side<Void> interrupted = Side.run(() -> {
      while (over.getCount() > 0) {
        try {
          buffer.put(1);
          put.incrementAndGet();
        } catch (WaitInterruptedException e) {
          assertThat(Thread.interrupted()).isTrue();
        }
      }
    });
    Side<Void> interrupting = Side.run(() -> {
      while (over.getCount() > 0) {
        interrupted.interrupt();
        Thread.yield();
      }
    });
    Side<Void> patient = Side.run(() -> {
      for (int i = 0; i < 5_000; i++) {
        buffer.put(1);
        put.incrementAndGet();
      }
    });
    int taken = 0;
    for (; taken < 5_000; taken++) {
      buffer.take();
    }
    over.countDown();
    while (!(impatient.isOver() && interrupted.isOver() && patient.isOver())) {
      if (guarded(lock, () -> !buffer.items.isEmpty())) {
        buffer.take();
        taken++;
      }
    }
    impatient.result();
    interrupted.result();
    patient.result();
    interrupting.result();
    assertThat(buffer.items.size() + taken).isEqualTo(put.get());
  }
}
