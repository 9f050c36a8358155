package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.KeyedMonitor;
import io.lappet.gen.Monitor;
import io.lappet.gen.Monitors;
import io.lappet.gen.ReadWriteMonitor;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.Lock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Locks that are taken in one order and in another are told, though nobody waits. */
class LockOrderTest {
  private final List<Hazard> hazards = new CopyOnWriteArrayList<>();
  private final Fabric fabric = builder().watchLockOrder().build();

  @AfterEach
  void close() {
    fabric.close();
  }

  private Fabric.Builder builder() {
    return Fabric.builder().listener(new FabricListener() {
      @Override
      public void onHazard(Hazard hazard) {
        hazards.add(hazard);
      }
    });
  }

  /** Several objects of one class. */
  private static final class Account {
    final Monitor balance;

    Account(Fabric fabric, int number) {
      balance = Monitor.of(fabric, "Account#" + number + ".balance");
    }
  }

  private static void inside(Lock outer, Lock inner) {
    outer.lock();
    try {
      inner.lock();
      inner.unlock();
    } finally {
      outer.unlock();
    }
  }

  @Test
  void theSecondOrderIsToldOnceWithBothStacks() {
    Monitor ledger = Monitor.of(fabric, "Books.ledger");
    Monitor orders = Monitor.of(fabric, "Books.orders");
    inside(ledger, orders);
    inside(ledger, orders);
    assertThat(hazards).isEmpty();

    Side.run(() -> inside(orders, ledger)).result();
    inside(orders, ledger);
    inside(ledger, orders);

    assertThat(hazards).hasSize(1);
    assertThat(hazards.get(0).kind()).isEqualTo(Hazard.Kind.LOCK_ORDER);
    assertThat(hazards.get(0).text())
        .startsWith("[order-watch] Locks are taken in a circle, so threads can wait for each other"
            + " for ever: Books.ledger -> Books.orders -> Books.ledger.\n"
            + "1) \"Books.ledger\", then \"Books.orders\", by main\n"
            + "    at io.lappet.LockOrderTest.inside(LockOrderTest.java:")
        .contains("2) \"Books.orders\", then \"Books.ledger\", by Thread-")
        .contains("LockOrderTest.theSecondOrderIsToldOnceWithBothStacks")
        .endsWith("(LAP304)");
  }

  @Test
  void circlesOfThreeAreSeen() {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    Monitor c = Monitor.of(fabric, "X.c");
    inside(a, b);
    inside(b, c);
    inside(a, c);
    assertThat(hazards).isEmpty();
    inside(c, a);
    assertThat(hazards).hasSize(1);
    assertThat(hazards.get(0).text()).contains(": X.a -> X.c -> X.a.");
  }

  @Test
  void onePairOfObjectsStandsForAll() {
    Monitor x = Monitor.of(fabric, "Till#1.x");
    Monitor y = Monitor.of(fabric, "Till#1.y");
    Monitor otherX = twinOf(0).get(0);
    inside(x, y);
    inside(y, otherX); // made elsewhere in this class, with the same name
    assertThat(hazards).hasSize(1);
  }

  private List<Monitor> twinOf(int ignored) {
    return List.of(Monitor.of(fabric, "Till#2.x"));
  }

  @Test
  void enteringAgainIsNoStep() {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    a.lock();
    inside(b, a);
    a.unlock();
    inside(a, b);
    assertThat(hazards).isEmpty();
  }

  @Test
  void whatWasGivenBackIsNoStep() {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    a.lock();
    b.lock();
    a.unlock();
    b.unlock();
    b.lock();
    b.unlock();
    a.lock();
    a.unlock();
    assertThat(hazards).isEmpty();
  }

  @Test
  void whatIsTakenTogetherHasNoOrder() {
    Monitor x = Monitor.of(fabric, "X.a");
    Monitor y = Monitor.of(fabric, "Y.b");
    Monitor x2 = new Account(fabric, 1).balance;
    Monitor y2 = Monitor.of(fabric, "Y.b");
    Monitor x3 = new Account(fabric, 2).balance;
    for (List<Monitor> both : List.of(List.of(x, y), List.of(x2, y), List.of(y2, x3))) {
      Monitors monitors = Monitors.of(both.get(0), both.get(1));
      monitors.enter();
      monitors.exit();
    }
    assertThat(hazards).isEmpty();
  }

  @Test
  void eachOfThoseTakenTogetherComesAfterWhatIsHeld() {
    Monitor outer = Monitor.of(fabric, "X.outer");
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    outer.lock();
    Monitors both = Monitors.of(a, b);
    both.enter();
    both.exit();
    outer.unlock();
    inside(b, outer);
    assertThat(hazards).hasSize(1);
  }

  @Test
  void accountsMayBeTakenInAnyOrderButNotTheSameTwo() {
    Account first = new Account(fabric, 1);
    Account second = new Account(fabric, 2);
    Account third = new Account(fabric, 3);
    inside(first.balance, second.balance);
    inside(third.balance, first.balance);
    inside(third.balance, second.balance);
    assertThat(hazards).isEmpty();
    inside(second.balance, first.balance);
    inside(first.balance, third.balance);
    assertThat(hazards).hasSize(1);
    assertThat(hazards.get(0).text())
        .contains("\"Account#1.balance\", then \"Account#2.balance\"")
        .contains("\"Account#2.balance\", then \"Account#1.balance\"");
  }

  @Test
  void keysAreTakenLikeObjects() {
    KeyedMonitor seats = KeyedMonitor.of(fabric, "Hall.seats");
    inside(seats, "1A", "1B");
    inside(seats, "1A", "1B");
    assertThat(hazards).isEmpty();
    inside(seats, "1B", "1A");
    assertThat(hazards).hasSize(1);
    assertThat(hazards.get(0).text()).contains("\"Hall.seats\" of 1B, then \"Hall.seats\" of 1A");
  }

  @Test
  void aKeyHasAnOrderWithOtherLocks() {
    KeyedMonitor seats = KeyedMonitor.of(fabric, "Hall.seats");
    Monitor plan = Monitor.of(fabric, "Hall.plan");
    seats.enter("1A");
    seats.enter("1A");
    plan.lock();
    plan.unlock();
    seats.exit("1A");
    seats.exit("1A");
    plan.lock();
    seats.enter("7C");
    seats.exit("7C");
    plan.unlock();
    assertThat(hazards).hasSize(1);
  }

  private static void inside(KeyedMonitor locks, Object outer, Object inner) {
    locks.enter(outer);
    locks.enter(inner);
    locks.exit(inner);
    locks.exit(outer);
  }

  @Test
  void readersCountAsWritersDo() {
    ReadWriteMonitor book = ReadWriteMonitor.of(fabric, "Shop.book");
    Monitor till = Monitor.of(fabric, "Shop.till");
    inside(book.readLock(), till);
    assertThat(hazards).isEmpty();
    inside(till, book.readLock());
    assertThat(hazards).hasSize(1);
    assertThat(hazards.get(0).text()).contains("\"Shop.till\", then \"Shop.book\" to read");
  }

  @Test
  void aWriterMayRead() {
    ReadWriteMonitor book = ReadWriteMonitor.of(fabric, "Shop.book");
    Monitor till = Monitor.of(fabric, "Shop.till");
    inside(book.writeLock(), till);
    book.writeLock().lock();
    till.lock();
    book.readLock().lock();
    book.writeLock().unlock();
    till.unlock();
    inside(book.readLock(), till);
    book.readLock().unlock();
    assertThat(hazards).isEmpty();
  }

  @Test
  void aTryIsNoStepButWhatFollowsIs() {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    inside(a, b);
    b.lock();
    assertThat(a.tryLock()).isTrue();
    a.unlock();
    assertThatCode(() -> a.tryLock(1, TimeUnit.SECONDS)).doesNotThrowAnyException();
    a.unlock();
    b.unlock();
    assertThat(hazards).isEmpty();
    assertThat(b.tryLock()).isTrue();
    a.enter(Duration.ofSeconds(10), "call");
    a.exit();
    a.lock();
    a.unlock();
    b.unlock();
    assertThat(hazards).hasSize(1);
  }

  @Test
  void whoWaitsInsideTakesTheOuterLockAgain() throws InterruptedException {
    Monitor a = Monitor.of(fabric, "X.a");
    Monitor b = Monitor.of(fabric, "X.b");
    Condition changed = a.newCondition();
    a.lock();
    b.lock();
    assertThat(changed.await(1, TimeUnit.NANOSECONDS)).isFalse();
    b.unlock();
    a.unlock();
    assertThat(hazards).hasSize(1);
  }

  @Test
  void aStepAgainstTheOrderCanBeRefused() {
    try (Fabric strict = builder().refuseLockOrder().build()) {
      Monitor a = Monitor.of(strict, "X.a");
      Monitor b = Monitor.of(strict, "X.b");
      inside(a, b);
      assertThatThrownBy(() -> inside(b, a))
          .isInstanceOf(LockOrderException.class)
          .hasMessageContaining("X.a -> X.b -> X.a");
      assertThat(a.isLocked()).isFalse();
      assertThat(b.isLocked()).isFalse();
    }
  }

  @Test
  void otherFabricsDoNotWatch() {
    try (Fabric plain = builder().build()) {
      Monitor a = Monitor.of(plain, "X.a");
      Monitor b = Monitor.of(plain, "X.b");
      inside(a, b);
      inside(b, a);
    }
    assertThat(hazards).isEmpty();
  }
}
