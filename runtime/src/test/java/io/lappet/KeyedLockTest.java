package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.KeyedMonitor;
import io.lappet.gen.Weaving;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Locks by key, taken as generated code takes them. */
@Timeout(60)
class KeyedLockTest {
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private final KeyedMonitor accounts = KeyedMonitor.of("Bank.accounts");

  private void guarded(Object key, Body body) throws Exception {
    accounts.enter(key);
    try {
      body.run();
    } finally {
      accounts.exit(key);
    }
  }

  private boolean isFree(Object key) {
    return Side.call(() -> {
          try {
            accounts.enter(key, Duration.ZERO, "Bank.look(..)");
            accounts.exit(key);
            return true;
          } catch (WaitTimeoutException e) {
            return false;
          }
        })
        .result();
  }

  /** Another thread that holds the lock of {@code key} until it is let go. */
  private Inside inside(Object key) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Side<Void> side = Side.run(() -> guarded(key, () -> {
      entered.countDown();
      leave.await();
    }));
    Eventually.passes(entered);
    return new Inside(side, leave);
  }

  private record Inside(Side<Void> side, CountDownLatch leave) {
    void letGo() {
      leave.countDown();
      side.result();
    }
  }

  /** A key whose hash is chosen. */
  private record Key(String name, int hash) {
    @Override
    public int hashCode() {
      return hash;
    }
  }

  /** A key that fails when told so. */
  private static final class Brittle {
    private final boolean failsToHash;
    private final boolean failsToCompare;

    Brittle(boolean failsToHash, boolean failsToCompare) {
      this.failsToHash = failsToHash;
      this.failsToCompare = failsToCompare;
    }

    @Override
    public int hashCode() {
      if (failsToHash) {
        throw new IllegalStateException("hash");
      }
      return 1;
    }

    @Override
    public boolean equals(Object other) {
      if (failsToCompare) {
        throw new IllegalStateException("equals");
      }
      return other instanceof Brittle;
    }
  }

  @Test
  void equalKeysShareALockAndOthersDoNot() throws Exception {
    Inside holder = inside(new String("a"));
    Side<Void> same = Side.run(() -> guarded(new String("a"), () -> {})).blocked();
    for (int i = 0; i < 1000; i++) {
      guarded("key" + i, () -> {});
    }
    holder.letGo();
    same.result();
  }

  @Test
  void keysWithTheSameHashHaveLocksOfTheirOwn() throws Exception {
    Inside first = inside(new Key("first", 7));
    Inside second = inside(new Key("second", 7));
    Side<Void> third = Side.run(() -> guarded(new Key("first", 7), () -> {})).blocked();
    guarded(new Key("fourth", 7), () -> {});
    second.letGo();
    assertThat(third.isOver()).isFalse();
    first.letGo();
    third.result();
  }

  @Test
  void theLockOfAKeyReEnters() throws Exception {
    accounts.enter("a");
    accounts.enterInterruptibly("a");
    accounts.enter("a", Duration.ZERO, "Bank.pay(..)");
    accounts.exit("a");
    accounts.exit("a");
    assertThat(isFree("a")).isFalse();
    Side<Void> other = Side.run(() -> guarded("a", () -> {})).blocked();
    accounts.exit("a");
    other.result();
    assertThat(isFree("a")).isTrue();
  }

  @Test
  void aKeyThatIsWaitedForReEntersAndIsFreedByTheOutermostExit() throws Exception {
    Key a = new Key("a", 3);
    accounts.enter(a);
    Side<Void> other = Side.run(() -> guarded(a, () -> {})).blocked();
    accounts.enter(a);
    guarded(new Key("b", 3), () -> {});
    accounts.exit(a);
    assertThat(other.blocked().isOver()).isFalse();
    accounts.exit(a);
    other.result();
  }

  @Test
  void oneThreadHoldsSeveralKeysInAnyOrder() throws Exception {
    Key a = new Key("a", 3);
    Key b = new Key("b", 3);
    Key c = new Key("c", 4);
    accounts.enter(a);
    accounts.enter(b);
    accounts.enter(c);
    accounts.exit(a);
    assertThat(isFree(a)).isTrue();
    assertThat(isFree(b)).isFalse();
    accounts.exit(c);
    assertThat(isFree(c)).isTrue();
    accounts.exit(b);
    assertThat(isFree(b)).isTrue();
  }

  @Test
  void givingBackAKeyThatIsNotHeldIsAnErrorAndChangesNothing() throws Exception {
    assertThatThrownBy(() -> accounts.exit("a"))
        .isInstanceOf(IllegalMonitorStateException.class)
        .hasMessageContaining("Bank.accounts");
    accounts.enter("a");
    assertThatThrownBy(() -> accounts.exit("b")).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(Side.run(() -> accounts.exit("a")).failure())
        .isInstanceOf(IllegalMonitorStateException.class);
    assertThat(isFree("a")).isFalse();
    accounts.exit("a");
    assertThatThrownBy(() -> accounts.exit("a")).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(isFree("a")).isTrue();
  }

  @Test
  void givingBackForAnotherThreadIsAnErrorAlsoWhenSomebodyWaits() throws Exception {
    Inside holder = inside("a");
    Side<Void> waiter = Side.run(() -> guarded("a", () -> {})).blocked();
    assertThatThrownBy(() -> accounts.exit("a")).isInstanceOf(IllegalMonitorStateException.class);
    assertThat(waiter.blocked().isOver()).isFalse();
    holder.letGo();
    waiter.result();
  }

  @Test
  void nullIsNoKeyAndTheMessageNamesTheLock() {
    assertThatNullPointerException()
        .isThrownBy(() -> accounts.enter(null))
        .withMessageContaining("Bank.accounts");
    assertThatNullPointerException().isThrownBy(() -> accounts.enterInterruptibly(null));
    assertThatNullPointerException().isThrownBy(() -> accounts.enter(null, SHORT, "Bank.pay(..)"));
    assertThatNullPointerException()
        .isThrownBy(() -> accounts.enterInterruptibly(null, SHORT, "Bank.pay(..)"));
    assertThatNullPointerException().isThrownBy(() -> accounts.exit(null));
    assertThatNullPointerException().isThrownBy(() -> accounts.enter("a", null, "Bank.pay(..)"));
    assertThat(isFree("a")).isTrue();
  }

  @Test
  void aKeyThatFailsToHashChangesNothing() {
    Brittle key = new Brittle(true, false);
    assertThatThrownBy(() -> accounts.enter(key)).hasMessage("hash");
    assertThatThrownBy(() -> accounts.exit(key)).hasMessage("hash");
    assertThat(isFree(new Brittle(false, false))).isTrue();
  }

  @Test
  void aKeyThatFailsToCompareChangesNothing() {
    Brittle held = new Brittle(false, false);
    Brittle failing = new Brittle(false, true);
    accounts.enter(held);
    assertThatThrownBy(() -> accounts.enter(failing)).hasMessage("equals");
    assertThatThrownBy(() -> accounts.exit(failing)).hasMessage("equals");
    assertThat(isFree(held)).isFalse();
    accounts.enter(held);
    accounts.exit(held);
    accounts.exit(held);
    assertThat(isFree(held)).isTrue();
  }

  @Test
  void anInterruptDoesNotEndTheWaitOfAMethodThatDoesNotDeclareIt() throws Exception {
    Inside holder = inside("a");
    Side<Boolean> waiter = Side.call(() -> {
          accounts.enter("a");
          boolean interrupted = Thread.currentThread().isInterrupted();
          accounts.exit("a");
          return interrupted;
        })
        .blocked();
    waiter.interrupt().blocked();
    holder.letGo();
    assertThat(waiter.result()).isTrue();
  }

  @Test
  void anInterruptEndsTheWaitOfAMethodThatDeclaresIt() throws Exception {
    Inside holder = inside("a");
    Side<Boolean> waiter = Side.call(() -> {
          assertThatThrownBy(() -> accounts.enterInterruptibly("a"))
              .isInstanceOf(InterruptedException.class);
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    Side<Boolean> timed = Side.call(() -> {
          assertThatThrownBy(() -> accounts.enterInterruptibly("a", LARGEST, "Bank.pay(..)"))
              .isInstanceOf(InterruptedException.class);
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    assertThat(waiter.interrupt().result()).isFalse();
    assertThat(timed.interrupt().result()).isFalse();
    assertThat(isFree("a")).isFalse();
    holder.letGo();
    assertThat(isFree("a")).isTrue();
  }

  @Test
  void whoIsInterruptedBeforeIsRefusedIfItsMethodDeclaresItAndGoesOnOtherwise() throws Exception {
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> accounts.enterInterruptibly("a"))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> accounts.enterInterruptibly("a", SHORT, "Bank.pay(..)"))
        .isInstanceOf(InterruptedException.class);
    assertThat(isFree("a")).isTrue();
    Thread.currentThread().interrupt();
    accounts.enter("a");
    accounts.enter("a", SHORT, "Bank.pay(..)");
    accounts.exit("a");
    accounts.exit("a");
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void aTimedEntryGivesUpInTimeAndNamesTheCall() throws Exception {
    Inside holder = inside("a");
    assertThat(timeOf(() -> assertThatThrownBy(() -> accounts.enter("a", SHORT, "Bank.pay(..)"))
            .isInstanceOf(WaitTimeoutException.class)
            .hasMessageContainingAll("Bank.pay(..)", "Bank.accounts")))
        .isBetween(SHORT, Eventually.PATIENCE);
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST)) {
      assertThat(timeOf(() -> {
            assertThatThrownBy(() -> accounts.enter("a", limit, "Bank.pay(..)"))
                .isInstanceOf(WaitTimeoutException.class);
            assertThatThrownBy(() -> accounts.enterInterruptibly("a", limit, "Bank.pay(..)"))
                .isInstanceOf(WaitTimeoutException.class);
          }))
          .isLessThan(Eventually.PATIENCE);
    }
    Side<Void> patient = Side.run(() -> {
          accounts.enter("a", LARGEST, "Bank.pay(..)");
          accounts.exit("a");
        })
        .blocked();
    holder.letGo();
    patient.result();
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST, LARGEST)) {
      accounts.enter("a", limit, "Bank.pay(..)");
      accounts.exit("a");
    }
    assertThat(isFree("a")).isTrue();
  }

  @Test
  void anInterruptedTimedEntryKeepsItsLimitAndTheInterrupt() throws Exception {
    Inside holder = inside("a");
    Side<Boolean> waiter = Side.call(() -> {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> accounts.enter("a", SHORT, "Bank.pay(..)"))
          .isInstanceOf(WaitTimeoutException.class);
      return Thread.currentThread().isInterrupted();
    });
    assertThat(waiter.result()).isTrue();
    holder.letGo();
  }

  @Test
  void manyKeysLeaveNothingBehind() {
    List<WeakReference<Object>> seen = new ArrayList<>();
    for (long i = 0; i < 10_000_000; i++) {
      Long key = i + 1_000_000;
      accounts.enter(key);
      accounts.exit(key);
      if (i % 10_000 == 0) {
        seen.add(new WeakReference<>(key));
      }
    }
    Eventually.until(() -> {
      System.gc();
      return seen.stream().allMatch(key -> key.get() == null);
    });
  }

  @Test
  void keysThatWereWaitedForLeaveNothingBehind() throws Exception {
    List<WeakReference<Object>> seen = new ArrayList<>();
    for (int i = 0; i < 20; i++) {
      seen.add(leftByWaiters(i % 2));
    }
    Eventually.until(() -> {
      System.gc();
      return seen.stream().allMatch(key -> key.get() == null);
    });
  }

  /** A key that somebody got after a wait, and somebody else gave up to wait for. */
  private WeakReference<Object> leftByWaiters(int hash) throws Exception {
    Key key = new Key("of " + hash, hash);
    Inside holder = inside(key);
    Side<Void> later = Side.run(() -> guarded(key, () -> {})).parked();
    assertThatThrownBy(() -> accounts.enter(key, Duration.ofMillis(1), "Bank.pay(..)"))
        .isInstanceOf(WaitTimeoutException.class);
    holder.letGo();
    later.result();
    return new WeakReference<>(key);
  }

  @Test
  void whatWasDoneUnderAKeyIsSeenByTheNextUnderIt() throws Exception {
    int keys = 3;
    int[] counts = new int[keys]; // guarded by the locks of the keys
    List<Side<Void>> sides = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      sides.add(Side.run(() -> {
        for (int i = 0; i < 5_000; i++) {
          int key = ThreadLocalRandom.current().nextInt(keys);
          Object asKey = new Key("same hash " + key, 5);
          guarded(asKey, () -> counts[key]++);
        }
      }));
    }
    sides.forEach(Side::result);
    assertThat(counts[0] + counts[1] + counts[2]).isEqualTo(20_000);
  }

  @Test
  void nothingIsLostInAStormOfInterruptsAndTimeouts() {
    int[] counts = new int[3]; // guarded by the locks of the keys
    AtomicInteger entered = new AtomicInteger();
    AtomicBoolean storm = new AtomicBoolean(true);
    List<Side<Void>> sides = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      sides.add(Side.run(() -> {
        for (int i = 0; i < 1_000; i++) {
          int key = ThreadLocalRandom.current().nextInt(counts.length);
          if (entersInAStorm(new Key("same hash " + key, 5))) {
            counts[key]++;
            entered.incrementAndGet();
            accounts.exit(new Key("same hash " + key, 5));
          }
        }
      }));
    }
    Side<Void> interrupting = Side.run(() -> {
      while (storm.get()) {
        sides.get(ThreadLocalRandom.current().nextInt(sides.size())).interrupt();
        Thread.yield();
      }
    });
    sides.forEach(Side::result);
    storm.set(false);
    interrupting.result();
    assertThat(counts[0] + counts[1] + counts[2]).isEqualTo(entered.get());
    for (int key = 0; key < counts.length; key++) {
      assertThat(isFree(new Key("same hash " + key, 5))).isTrue();
    }
  }

  private boolean entersInAStorm(Key key) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    Duration limit = Duration.ofNanos(random.nextInt(50_000));
    try {
      switch (random.nextInt(4)) {
        case 0 -> accounts.enter(key);
        case 1 -> accounts.enterInterruptibly(key);
        case 2 -> accounts.enter(key, limit, "Bank.pay(..)");
        default -> accounts.enterInterruptibly(key, limit, "Bank.pay(..)");
      }
      return true;
    } catch (InterruptedException | WaitTimeoutException e) {
      return false; // as it should
    }
  }

  @Test
  void aNameIsThatOfTheObjectAndItsOwn() {
    try (Fabric fabric = Fabric.create()) {
      KeyedMonitor ofBank = Weaving.of(fabric, 1, "Bank", this).keyedLock("account");
      assertThatThrownBy(() -> ofBank.exit(1)).hasMessageContaining("Bank.account");
      assertThat(ofBank).asString().contains("Bank.account");
    }
  }
}
