package io.lappet;

import static io.lappet.Eventually.timeOf;
import static io.lappet.Inside.guarded;
import static io.lappet.Inside.inside;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Enterable;
import io.lappet.gen.Guard;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import java.util.concurrent.locks.ReadWriteLock;
import java.util.concurrent.locks.ReentrantLock;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks with a reading side, taken as generated code takes them. */
@Timeout(60)
class ReadWriteLockTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);

  private final ReadWriteMonitor lock = ReadWriteMonitor.of("Box.data");
  private final Monitor writing = lock.writeLock();

  private Inside reader() throws Exception {
    return inside(lock::enterRead, lock::exitRead);
  }

  private Side<Void> reading() {
    return Side.run(() -> {
      lock.enterRead();
      lock.exitRead();
    });
  }

  private Side<Void> writing() {
    return Side.run(() -> guarded(writing, () -> {}));
  }

  /** Nobody holds anything: others can write and read. */
  private void assertFree() {
    writing().result();
    reading().result();
    assertThat(writing.isLocked()).isFalse();
    assertThat(lock.readLock().isLocked()).isFalse();
  }

  // ---- Readers and writers

  @Test
  void manyReadAtOnce() throws Exception {
    Inside first = reader();
    Inside second = reader();
    reading().result();
    assertThat(lock.readLock().isLocked()).isTrue();
    assertThat(writing.isLocked()).isFalse();
    first.letGo();
    second.letGo();
    assertFree();
  }

  @Test
  void aWriterWaitsForReadersAndKeepsOthersOut() throws Exception {
    Inside first = reader();
    Inside second = reader();
    Side<Void> writer = writing().blocked();
    first.letGo();
    writer.blocked();
    second.letGo();
    writer.result();

    Inside holder = inside(writing);
    Side<Void> reader = reading().blocked();
    Side<Void> other = writing().blocked();
    holder.letGo();
    reader.result();
    other.result();
    assertFree();
  }

  @Test
  void aStreamOfReadersDoesNotKeepAWriterOut() throws Exception {
    AtomicBoolean over = new AtomicBoolean();
    List<Side<Void>> readers = new ArrayList<>();
    CountDownLatch begun = new CountDownLatch(3);
    for (int i = 0; i < 3; i++) {
      readers.add(Side.run(() -> {
        while (!over.get()) {
          lock.enterRead();
          begun.countDown();
          Thread.yield();
          lock.exitRead();
        }
      }));
    }
    Eventually.passes(begun);
    for (int i = 0; i < 20; i++) {
      writing().result();
    }
    over.set(true);
    readers.forEach(Side::result);
    assertFree();
  }

  @Test
  void aReaderThatComesAfterAWriterWaitsBehindIt() throws Exception {
    Inside first = reader();
    Side<Void> writer = writing().blocked();
    Side<Void> late = reading().blocked();
    first.letGo();
    writer.result();
    late.result();
    assertFree();
  }

  // ---- Re-entry

  @Test
  void aReaderThatEntersAgainDoesNotWaitBehindAWriter() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch again = new CountDownLatch(1);
    Side<Integer> reader = Side.call(() -> {
      lock.enterRead();
      entered.countDown();
      again.await();
      lock.enterRead();
      lock.enterReadInterruptibly();
      lock.enterRead(Duration.ZERO, "Box.get()");
      assertThat(lock.readLock().tryLock()).isTrue();
      int depth = lock.readLock().holdCount();
      for (int i = 0; i < 5; i++) {
        lock.exitRead();
      }
      return depth;
    });
    Eventually.passes(entered);
    Side<Void> writer = writing().blocked();
    again.countDown();
    assertThat(reader.result()).isEqualTo(5);
    writer.result();
    assertFree();
  }

  @Test
  void aWriterMayWriteAgainAndRead() throws Exception {
    writing.enter();
    writing.enter();
    lock.enterRead();
    lock.enterRead(SHORT, "Box.get()");
    assertThat(lock.readLock().tryLock()).isTrue();
    assertThat(writing.tryLock()).isTrue();
    assertThat(writing.holdCount()).isEqualTo(3);
    assertThat(lock.readLock().holdCount()).isEqualTo(3);
    Side<Void> other = reading().blocked();
    for (int i = 0; i < 3; i++) {
      lock.exitRead();
      writing.exit();
    }
    other.result();
    assertFree();
  }

  @Test
  void aWriterMayGoOnReading() throws Exception {
    writing.enter();
    lock.enterRead();
    writing.exit();
    reading().result();
    Side<Void> writer = writing().blocked();
    lock.exitRead();
    writer.result();
    assertFree();
  }

  @Test
  void manyLocksAreReadByOneThread() {
    List<ReadWriteMonitor> locks = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      locks.add(ReadWriteMonitor.of("Box." + i));
    }
    locks.forEach(ReadWriteMonitor::enterRead);
    locks.forEach(ReadWriteMonitor::enterRead);
    for (ReadWriteMonitor each : locks) {
      assertThat(each.readLock().holdCount()).isEqualTo(2);
      each.exitRead();
    }
    locks.forEach(ReadWriteMonitor::exitRead);
    for (ReadWriteMonitor each : locks) {
      assertThat(each.readLock().isLocked()).isFalse();
      assertThat(each.writeLock().tryLock()).isTrue();
      each.writeLock().unlock();
    }
  }

  // ---- Mistakes

  @Test
  void aReaderThatWritesFailsAtOnceAndChangesNothing() throws Exception {
    lock.enterRead();
    Guard guard = writing.guard(() -> true);
    Monitor other = Monitor.of("Box.other");
    for (Body entry : List.<Body>of(
        writing::enter,
        writing::lock,
        writing::enterInterruptibly,
        () -> writing.enter(LARGEST, "Box.put()"),
        () -> writing.enter(Duration.ZERO, "Box.put()"),
        writing::tryLock,
        () -> writing.tryLock(1, TimeUnit.DAYS),
        () -> writing.enterWhen(guard, "Box.put()"),
        () -> writing.enterWhenInterruptibly(() -> true, LARGEST, "Box.put()"),
        Monitors.of(other, writing)::enter)) {
      assertThatThrownBy(entry::run)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Box.data");
      assertThat(lock.readLock().holdCount()).isEqualTo(1);
      assertThat(writing.isLocked() || other.isLocked()).isFalse();
    }
    reading().result();
    Side<Void> writer = writing().blocked();
    assertThatThrownBy(writing::enter).isInstanceOf(IllegalStateException.class);
    lock.exitRead();
    writer.result();
    assertFree();
  }

  @Test
  void whatIsNotHeldCannotBeGivenBack() throws Exception {
    assertThatThrownBy(lock::exitRead).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(writing::exit).isInstanceOf(IllegalMonitorStateException.class);
    Inside reader = reader();
    assertThatThrownBy(lock.readLock()::unlock).isInstanceOf(IllegalMonitorStateException.class);
    Inside writer;
    reader.letGo();
    writer = inside(writing);
    assertThatThrownBy(writing::unlock).isInstanceOf(IllegalMonitorStateException.class);
    assertThatThrownBy(lock::exitRead).isInstanceOf(IllegalMonitorStateException.class);
    reading().blocked();
    writer.letGo();
    assertFree();
  }

  @Test
  void aWriterThatReadsCannotWaitForASignal() throws Exception {
    Condition condition = writing.newCondition();
    writing.enter();
    lock.enterRead();
    assertThatThrownBy(condition::await).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(condition::awaitUninterruptibly).isInstanceOf(IllegalStateException.class);
    assertThat(writing.holdCount()).isEqualTo(1);
    lock.exitRead();
    assertThat(condition.awaitNanos(1)).isNotPositive();
    writing.exit();
    assertFree();
  }

  @Test
  void theReadingSideHasNoConditions() {
    assertThatThrownBy(lock.readLock()::newCondition)
        .isInstanceOf(UnsupportedOperationException.class);
  }

  // ---- Giving up

  @Test
  void aReaderGivesUpInTime() throws Exception {
    Inside writer = inside(writing);
    for (Body entry : List.<Body>of(
        () -> lock.enterRead(Duration.ZERO, "Box.get()"),
        () -> lock.enterRead(SHORT, "Box.get()"),
        () -> lock.enterReadInterruptibly(SHORT, "Box.get()"))) {
      assertThatThrownBy(entry::run)
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContaining("Box.get()");
    }
    assertThat(lock.readLock().tryLock()).isFalse();
    assertThat(lock.readLock().tryLock(1, TimeUnit.MILLISECONDS)).isFalse();
    assertThat(lock.readLock().holdCount()).isZero();
    writer.letGo();
    assertFree();
  }

  @Test
  void aWriterGivesUpInTimeAndLetsReadersIn() throws Exception {
    Inside reader = reader();
    assertThatThrownBy(() -> writing.enter(Duration.ZERO, "Box.put()"))
        .isInstanceOf(WaitTimeoutException.class);
    assertThat(writing.tryLock()).isFalse();
    assertThat(timeOf(() -> assertThatThrownBy(() -> writing.enter(SHORT, "Box.put()"))
            .isInstanceOf(WaitTimeoutException.class)
            .hasMessageContaining("Box.put()")))
        .isGreaterThanOrEqualTo(SHORT);
    reading().result();
    long stamp = lock.optimisticRead();
    assertThat(lock.isStill(stamp)).isTrue();
    reader.letGo();
    assertFree();
  }

  @Test
  void aWriterThatIsInterruptedLetsReadersIn() throws Exception {
    Inside reader = reader();
    Side<Void> writer = Side.run(() -> {
      writing.enterInterruptibly();
      writing.exit();
    });
    Side<Void> late = reading();
    writer.parked().interrupt();
    assertThat(writer.failure()).isInstanceOf(InterruptedException.class);
    late.result();
    reader.letGo();
    assertFree();
  }

  @Test
  void anUninterruptibleWriterWaitsOnAndKeepsTheFlag() throws Exception {
    Inside reader = reader();
    Side<Boolean> writer = Side.call(() -> {
      writing.enter();
      writing.exit();
      return Thread.currentThread().isInterrupted();
    });
    writer.parked().interrupt().blocked();
    reader.letGo();
    assertThat(writer.result()).isTrue();
    assertFree();
  }

  @Test
  void anUninterruptibleReaderWaitsOnAndKeepsTheFlag() throws Exception {
    for (Body entry : List.<Body>of(lock::enterRead, () -> lock.enterRead(LARGEST, "Box.get()"))) {
      Inside writer = inside(writing);
      Side<Boolean> reader = Side.call(() -> {
        entry.run();
        lock.exitRead();
        return Thread.currentThread().isInterrupted();
      });
      reader.parked().interrupt().blocked();
      writer.letGo();
      assertThat(reader.result()).isTrue();
    }
    assertFree();
  }

  @Test
  void anInterruptibleReaderEndsAndHoldsNothing() throws Exception {
    for (Body entry : List.<Body>of(
        lock::enterReadInterruptibly,
        () -> lock.enterReadInterruptibly(LARGEST, "Box.get()"),
        lock.readLock()::lockInterruptibly,
        () -> lock.readLock().tryLock(1, TimeUnit.DAYS))) {
      Inside writer = inside(writing);
      Side<Void> reader = Side.run(entry);
      reader.parked().interrupt();
      assertThat(reader.failure()).isInstanceOf(InterruptedException.class);
      writer.letGo();
      assertFree();
      Thread.currentThread().interrupt();
      assertThatThrownBy(entry::run).isInstanceOf(InterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isFalse();
    }
    assertFree();
  }

  // ---- Guards and conditions of the writing side

  @Test
  void readersEnterWhileAWriterWaitsForItsGuard() throws Exception {
    boolean[] open = new boolean[1];
    Guard isOpen = writing.guard(() -> open[0]);
    Side<Void> waiter = Side.run(() -> {
      writing.enterWhen(isOpen, "Box.put()");
      writing.exit();
    });
    waiter.parked();
    reading().result();
    Inside reader = reader();
    Side<Void> opening = Side.run(() -> guarded(writing, () -> {
      open[0] = true;
    }));
    opening.blocked();
    reader.letGo();
    opening.result();
    waiter.result();
    assertFree();
  }

  @Test
  void readersEnterWhileAWriterWaitsForASignal() throws Exception {
    Condition condition = writing.newCondition();
    Side<Integer> waiter = Side.call(() -> guarded(
        writing,
        () -> guarded(writing, () -> {
          condition.await();
          return writing.holdCount();
        })));
    waiter.parked();
    reading().result();
    long stamp = lock.optimisticRead();
    assertThat(lock.isStill(stamp)).isTrue();
    Inside reader = reader();
    Side<Void> signalling = Side.run(() -> guarded(writing, condition::signal)).blocked();
    reader.letGo();
    signalling.result();
    assertThat(waiter.result()).isEqualTo(2);
    assertThat(lock.isStill(stamp)).isFalse();
    assertFree();
  }

  // ---- Reading without taking

  @Test
  void anOptimisticReadCountsIfNobodyHasWritten() throws Exception {
    long stamp = lock.optimisticRead();
    assertThat(stamp).isNotZero();
    assertThat(lock.isStill(stamp)).isTrue();
    reading().result();
    assertThat(lock.isStill(stamp)).isTrue();
    assertThat(lock.isStill(0)).isFalse();
    Inside writer = inside(writing);
    assertThat(lock.isStill(stamp)).isFalse();
    assertThat(lock.optimisticRead()).isZero();
    writer.letGo();
    assertThat(lock.isStill(stamp)).isFalse();
    assertThat(lock.isStill(lock.optimisticRead())).isTrue();
  }

  @Test
  void noReaderSeesHalfAWrite() {
    for (ReadWriteMonitor data :
        List.of(ReadWriteMonitor.of("Box.data"), ReadWriteMonitor.fair("Box.data"))) {
      int[] pair = new int[2];
      AtomicBoolean over = new AtomicBoolean();
      List<Side<Integer>> readers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        readers.add(Side.call(() -> {
          int torn = 0;
          while (!over.get()) {
            data.enterRead();
            torn += pair[0] == pair[1] ? 0 : 1;
            data.exitRead();
          }
          return torn;
        }));
        readers.add(Side.call(() -> {
          int torn = 0;
          while (!over.get()) {
            long stamp = data.optimisticRead();
            int first = pair[0];
            int second = pair[1];
            torn += !data.isStill(stamp) || first == second ? 0 : 1;
          }
          return torn;
        }));
      }
      List<Side<Void>> writers = new ArrayList<>();
      for (int i = 0; i < 2; i++) {
        writers.add(Side.run(() -> {
          for (int k = 0; k < 3_000; k++) {
            data.writeLock().enter();
            pair[0]++;
            pair[1]++;
            data.writeLock().exit();
          }
        }));
      }
      writers.forEach(Side::result);
      over.set(true);
      readers.forEach(reader -> assertThat(reader.result()).isZero());
      assertThat(pair).containsExactly(6_000, 6_000);
    }
  }

  @Test
  void noWriterIsLostAmongThoseWhoGiveUp() {
    AtomicBoolean over = new AtomicBoolean();
    List<Side<Void>> others = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      others.add(Side.run(() -> {
        while (!over.get()) {
          try {
            writing.enter(Duration.ofNanos(20_000), "Box.put()");
            writing.exit();
          } catch (WaitTimeoutException e) {
            Thread.yield();
          }
        }
      }));
      others.add(Side.run(() -> {
        while (!over.get()) {
          lock.enterRead();
          lock.exitRead();
        }
      }));
    }
    int[] count = new int[1];
    List<Side<Void>> writers = new ArrayList<>();
    for (int i = 0; i < 2; i++) {
      writers.add(Side.run(() -> {
        for (int k = 0; k < 1_000; k++) {
          guarded(writing, () -> count[0]++);
        }
      }));
    }
    writers.forEach(Side::result);
    over.set(true);
    others.forEach(Side::result);
    assertThat(count).containsExactly(2_000);
    assertFree();
  }

  // ---- Several locks, handles and names

  @Test
  void readingSidesAreTakenTogetherWithOtherLocks() throws Exception {
    ReadWriteMonitor other = ReadWriteMonitor.of("Box.other");
    Monitor plain = Monitor.of("Box.plain");
    Monitors locks =
        Monitors.of(lock.reading(), writing, plain.reading(), other.writeLock().reading());
    locks.enter(SHORT, "Box.copy()");
    assertThat(writing.holdCount()).isEqualTo(1);
    assertThat(lock.readLock().holdCount()).isEqualTo(1);
    assertThat(plain.holdCount()).isEqualTo(1);
    assertThat(other.readLock().holdCount()).isEqualTo(1);
    assertThat(other.writeLock().isLocked()).isFalse();
    locks.exit();
    locks.enterInterruptibly();
    locks.exit();
    assertThat(plain.isLocked()).isFalse();
    assertFree();
  }

  @Test
  void aHandleIsTheLockItself() {
    ReadWriteLock handle = lock;
    assertThat(ReadWriteMonitor.behind(handle)).isSameAs(lock);
    assertThat(Monitor.behind(handle.writeLock())).isSameAs(writing);
    Enterable reading = lock.reading();
    assertThat(reading).isSameAs(handle.readLock()).isSameAs(writing.reading());
    Lock foreign = new ReentrantLock();
    assertThatThrownBy(() -> Monitor.behind(foreign)).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> Monitor.behind(handle.readLock()))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(
            () -> ReadWriteMonitor.behind(new java.util.concurrent.locks.ReentrantReadWriteLock()))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void bothSidesHaveTheNameOfTheLock() {
    assertThat(writing.name()).isEqualTo("Box.data");
    assertThat(lock.readLock().name()).isEqualTo("Box.data");
    assertThat(lock.toString()).contains("Box.data");
  }
}
