package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.assertThatNullPointerException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Limits;
import io.lappet.gen.Weaving;
import io.lappet.internal.sync.PermitsCore;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Permits by hand, and limits as generated code has them. */
@Timeout(60)
class PermitsTest {
  private static final String CALL = "Pages.user(..)";
  private static final Duration SHORT = Duration.ofMillis(100);
  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private static Permits permits(int number) {
    return Limits.of("Pages.db", number);
  }

  private static Permits fair(int number) {
    return Limits.fair("Pages.db", number);
  }

  /** Another thread that is inside a limited method until it is let go. */
  private static Inside inside(Permits permits) throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Side<Void> side = Side.run(() -> limited(permits, () -> {
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

  /** Calls {@code body} as a limited method that declares the interruption. */
  private static void limited(Permits permits, Body body) throws Exception {
    Limits.enterInterruptibly(permits, CALL);
    try {
      body.run();
    } finally {
      Limits.exit(permits);
    }
  }

  private static void staysAt(int number, List<?> list) throws InterruptedException {
    Eventually.until(() -> list.size() >= number);
    Eventually.letPass(SHORT);
    assertThat(list).hasSize(number);
  }

  // ---- SEM

  @Test
  void sem1_atMostSoManyAreInsideAndReleasesLetExactlySoManyMoreIn() throws Exception {
    Permits permits = permits(7);
    List<Lease> leases = new CopyOnWriteArrayList<>();
    final Lease ours = permits.acquire();
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      sides.add(Side.run(() -> {
        leases.add(permits.acquire());
        leases.add(permits.acquire());
      }));
    }
    staysAt(6, leases);
    List<Lease> toGiveBack = new ArrayList<>(leases);
    toGiveBack.add(ours);
    toGiveBack.forEach(Lease::close);
    staysAt(13, leases);
    leases.subList(6, 12).forEach(Lease::close);
    staysAt(19, leases);
    leases.get(12).close();
    staysAt(20, leases);
    sides.forEach(Side::result);
    leases.subList(13, 20).forEach(Lease::release);
    assertThat(permits.available()).isEqualTo(7);
  }

  @Test
  void sem2_aLimitedMethodGivesUpAsDeclaredAndNamesTheCall() throws Exception {
    Permits permits = permits(2);
    Inside first = inside(permits);
    Inside second = inside(permits);
    for (Duration limit : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST)) {
      assertThatThrownBy(() -> Limits.enter(permits, limit, CALL))
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContainingAll(CALL, "Pages.db");
      assertThatThrownBy(() -> Limits.enterInterruptibly(permits, limit, CALL))
          .isInstanceOf(WaitTimeoutException.class)
          .hasMessageContainingAll(CALL, "Pages.db");
    }
    assertThat(permits.inUse()).isEqualTo(2);
    first.letGo();
    Limits.enter(permits, Duration.ZERO, CALL);
    Limits.exit(permits);
    second.letGo();
    assertThat(permits.available()).isEqualTo(2);
  }

  @Test
  void aLimitedMethodWaitsUntilSomebodyLeaves() throws Exception {
    Permits permits = permits(1);
    Inside holder = inside(permits);
    Side<Void> declares = Side.run(() -> limited(permits, () -> {})).blocked();
    Side<Void> doesNot = Side.run(() -> {
          Limits.enter(permits, CALL);
          Limits.exit(permits);
        })
        .blocked();
    Side<Void> timed = Side.run(() -> {
          Limits.enter(permits, LARGEST, CALL);
          Limits.exit(permits);
        })
        .blocked();
    holder.letGo();
    declares.result();
    doesNot.result();
    timed.result();
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void aTryWithoutTimeDoesNotWait() throws Exception {
    Permits permits = new PermitsCore(new ManualSeam(), "Pages.db", 1, false);
    Lease lease = permits.acquire(); // time stands still: a wait would not end
    assertThat(permits.tryAcquire()).isEmpty();
    assertThat(permits.tryAcquire(Duration.ZERO)).isEmpty();
    assertThat(permits.tryAcquire(SMALLEST)).isEmpty();
    assertThatThrownBy(() -> Limits.enter(permits, Duration.ZERO, CALL))
        .isInstanceOf(WaitTimeoutException.class);
    lease.close();
    assertThat(permits.tryAcquire(SMALLEST)).isPresent();
  }

  @Test
  void sem3_aTimedAttemptGivesUpOnTime() throws Exception {
    Permits permits = permits(1);
    Lease lease = permits.acquire();
    Duration limit = Duration.ofMillis(500);
    assertThat(timeOf(() -> assertThat(permits.tryAcquire(limit)).isEmpty()))
        .isBetween(limit, Eventually.PATIENCE);
    assertThat(timeOf(() -> assertThatThrownBy(() -> Limits.enter(permits, SHORT, CALL))
            .isInstanceOf(WaitTimeoutException.class)))
        .isBetween(SHORT, Eventually.PATIENCE);
    assertThat(permits.available()).isZero();
    assertThat(permits.inUse()).isEqualTo(1);
    lease.release();
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void sem4_permitsCannotGrow() throws Exception {
    Permits permits = permits(1);
    Lease lease = permits.acquire();
    lease.close();
    lease.close();
    assertThatIllegalStateException().isThrownBy(lease::release).withMessageContaining("Pages.db");
    assertThat(permits.available()).isEqualTo(1);
    Optional<Lease> first = permits.tryAcquire();
    assertThat(first).isPresent();
    assertThat(permits.tryAcquire()).isEmpty();
    lease.close();
    assertThat(permits.available()).isZero();
  }

  @Test
  void aLimitThatIsLeftWithoutHavingBeenEnteredIsAnError() {
    Permits permits = permits(2);
    assertThatIllegalStateException()
        .isThrownBy(() -> Limits.exit(permits))
        .withMessageContaining("Pages.db");
    assertThat(permits.available()).isEqualTo(2);
  }

  @Test
  void sem5_fairPermitsServeInOrder() throws Exception {
    Permits permits = fair(3);
    final Lease one = permits.acquire();
    final Lease two = permits.acquire();
    Side<Lease> first = Side.call(() -> permits.acquire(3)).blocked();
    assertThat(permits.tryAcquire(Duration.ZERO)).isEmpty();
    assertThat(permits.tryAcquire()).isEmpty();
    assertThat(permits.available()).isEqualTo(1);
    Side<Lease> second = Side.call(() -> permits.acquire()).blocked();
    one.close();
    first.blocked();
    two.close();
    Lease all = first.result();
    second.blocked();
    all.close();
    second.result().close();
    assertThat(permits.available()).isEqualTo(3);
  }

  @Test
  void fairPermitsServeManyInTheOrderOfTheirArrival() throws Exception {
    Permits permits = fair(2);
    Lease both = permits.acquire(2);
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < 6; i++) {
      int number = i;
      sides.add(Side.run(() -> {
            Lease lease = permits.acquire(2);
            order.add(number);
            lease.close();
          })
          .parked());
    }
    both.close();
    sides.forEach(Side::result);
    assertThat(order).containsExactly(0, 1, 2, 3, 4, 5);
  }

  @Test
  void aTryThatFailsDoesNotCountAsWaiting() throws Exception {
    Permits permits = fair(3);
    Lease one = permits.acquire();
    assertThat(permits.tryAcquire(3, Duration.ZERO)).isEmpty();
    assertThat(permits.tryAcquire()).isPresent();
    one.close();
  }

  @Test
  void whoIsInterruptedAtTheHeadLetsTheNextGo() throws Exception {
    Permits permits = fair(3);
    Lease one = permits.acquire();
    Side<Lease> head = Side.call(() -> permits.acquire(3)).blocked();
    Side<Lease> next = Side.call(() -> permits.acquire(2)).blocked();
    assertThat(head.interrupt().failure()).isInstanceOf(InterruptedException.class);
    next.result().close();
    one.close();
    assertThat(permits.available()).isEqualTo(3);
  }

  @Test
  void whoTimesOutAtTheHeadLetsTheNextGo() throws Exception {
    ManualSeam seam = new ManualSeam();
    Permits permits = new PermitsCore(seam, "Pages.db", 3, true);
    Lease one = permits.acquire();
    Side<Optional<Lease>> head =
        Side.call(() -> permits.tryAcquire(3, Duration.ofSeconds(1))).blocked();
    Side<Lease> next = Side.call(() -> permits.acquire(2)).blocked();
    seam.pass(Duration.ofSeconds(1));
    assertThat(head.result()).isEmpty();
    next.result().close();
    one.close();
    assertThat(permits.available()).isEqualTo(3);
  }

  @Test
  void ofPermitsThatAreNotFairWhoNeedsFewDoesNotWaitForWhoNeedsMany() throws Exception {
    Permits permits = permits(3);
    final Lease two = permits.acquire(2);
    final Lease one = permits.acquire(1);
    Side<Lease> many = Side.call(() -> permits.acquire(3)).blocked();
    Side<Lease> few = Side.call(() -> permits.acquire(2)).blocked();
    two.close();
    Lease got = few.result();
    many.blocked();
    got.close();
    many.blocked();
    one.close();
    assertThat(many.result().permits()).isEqualTo(3);
  }

  @Test
  void onlyASensibleNumberCanBeAskedFor() throws Exception {
    Permits permits = permits(3);
    for (int number : new int[] {Integer.MIN_VALUE, -1, 0, 4, Integer.MAX_VALUE}) {
      assertThatIllegalArgumentException().isThrownBy(() -> permits.acquire(number));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> permits.tryAcquire(number, SHORT))
          .withMessageContaining("Pages.db");
    }
    for (int number : new int[] {Integer.MIN_VALUE, -1, 0}) {
      assertThatIllegalArgumentException().isThrownBy(() -> permits(number));
      assertThatIllegalArgumentException().isThrownBy(() -> fair(number));
    }
    assertThatNullPointerException().isThrownBy(() -> permits.tryAcquire(null));
    assertThatNullPointerException().isThrownBy(() -> Limits.enter(permits, null, CALL));
    assertThat(permits.available()).isEqualTo(3);
    try (Lease all = permits.acquire(3)) {
      assertThat(all.permits()).isEqualTo(3);
      assertThat(permits.inUse()).isEqualTo(3);
    }
  }

  @Test
  void largeNumbersDoNotOverflow() throws Exception {
    Permits permits = permits(Integer.MAX_VALUE);
    Lease all = permits.acquire(Integer.MAX_VALUE);
    assertThat(permits.tryAcquire()).isEmpty();
    all.release();
    assertThatIllegalStateException().isThrownBy(() -> Limits.exit(permits));
    assertThat(permits.available()).isEqualTo(Integer.MAX_VALUE);
  }

  // ---- BSEM

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 4, 5, 6, 7, 8, 9})
  void bsem1_theBoundHoldsAcrossThreads(int n) {
    Permits permits = permits(n);
    List<Side<Lease>> taking = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      taking.add(Side.call(() -> permits.acquire()));
    }
    List<Lease> leases = taking.stream().map(Side::result).toList();
    List<Side<Void>> giving = new ArrayList<>();
    leases.forEach(lease -> giving.add(Side.run(lease::release)));
    giving.forEach(Side::result);
    for (Lease lease : leases) {
      assertThatIllegalStateException().isThrownBy(lease::release);
    }
    assertThat(permits.available()).isEqualTo(n);
  }

  @Test
  void bsem2_aStartThatFailsDoesNotEatAPermit() throws Exception {
    AtomicBoolean broken = new AtomicBoolean(true);
    RuntimeException failure = new IllegalStateException("no thread today");
    try (Fabric fabric = Fabric.builder()
        .workerThreads(body -> {
          if (broken.getAndSet(false)) {
            throw failure;
          }
          return new Thread(body);
        })
        .build()) {
      Permits permits = Limits.of(fabric, "Pages.db", 1);
      Body call = () -> limited(permits, () -> {});
      Task<Void> first = fabric.submit("user", () -> {
        call.run();
        return null;
      });
      assertThatThrownBy(first::join).isInstanceOf(TaskFailedException.class).hasCause(failure);
      assertThat(permits.available()).isEqualTo(1);
      fabric
          .submit("user", () -> {
            call.run();
            return null;
          })
          .join();
      assertThat(permits.available()).isEqualTo(1);
    }
  }

  // ---- Who gives back, and what is seen

  @Test
  void aLeaseBelongsToNobody() throws Exception {
    Permits permits = permits(1);
    Lease lease = permits.acquire();
    Side<Lease> waiter = Side.call(() -> permits.acquire()).blocked();
    Side.run(lease::close).result();
    Side.run(waiter.result()::release).result();
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void oneLeaseGivenBackByManyIsGivenBackOnce() throws Exception {
    Permits permits = permits(2);
    for (int round = 0; round < 300; round++) {
      final Lease other = permits.acquire();
      Lease lease = permits.acquire();
      List<Side<Void>> sides = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        sides.add(Side.run(lease::close));
      }
      sides.forEach(Side::result);
      assertThat(permits.available()).isEqualTo(1);
      other.release();
    }
  }

  @Test
  void aLimitDoesNotReEnter() throws Exception {
    Permits permits = permits(1);
    limited(
        permits,
        () -> assertThatThrownBy(() -> Limits.enter(permits, SHORT, CALL))
            .isInstanceOf(WaitTimeoutException.class));
    assertThat(permits.available()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void whatWasDoneWithAPermitIsSeenByTheNextWhoHasIt(boolean fair) {
    Permits permits = fair ? fair(1) : permits(1);
    int[] count = new int[1]; // guarded by the permit
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sides.add(Side.run(() -> {
        for (int k = 0; k < 300; k++) {
          limited(permits, () -> count[0]++);
        }
      }));
    }
    sides.forEach(Side::result);
    assertThat(count[0]).isEqualTo(1_200);
  }

  // ---- Interruption

  @Test
  void int1_whoDeclaresTheInterruptionGetsItAndHoldsNothing() throws Exception {
    Permits permits = permits(1);
    Inside holder = inside(permits);
    Side<Boolean> waiter = Side.call(() -> {
          assertThatThrownBy(() -> Limits.enterInterruptibly(permits, CALL))
              .isInstanceOf(InterruptedException.class);
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    Side<Boolean> byHand = Side.call(() -> {
          assertThatThrownBy(permits::acquire).isInstanceOf(InterruptedException.class);
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    assertThat(waiter.interrupt().result()).isFalse();
    assertThat(byHand.interrupt().result()).isFalse();
    assertThat(permits.inUse()).isEqualTo(1);
    holder.letGo();
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void int1_whoDoesNotDeclareTheInterruptionGetsAnUncheckedOneWithTheInterruptSet()
      throws Exception {
    Permits permits = permits(1);
    Inside holder = inside(permits);
    Side<Boolean> waiter = Side.call(() -> {
          assertThatThrownBy(() -> Limits.enter(permits, CALL))
              .isInstanceOf(WaitInterruptedException.class)
              .hasMessageContainingAll(CALL, "Pages.db");
          return Thread.currentThread().isInterrupted();
        })
        .blocked();
    assertThat(waiter.interrupt().result()).isTrue();
    assertThat(permits.inUse()).isEqualTo(1);
    holder.letGo();
    assertThat(permits.available()).isEqualTo(1);
  }

  @Test
  void int3_interruptionBeatsTimeoutAndSuccessBeatsInterruption() throws Exception {
    Permits permits = permits(1);
    Lease lease = permits.acquire();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> Limits.enterInterruptibly(permits, Duration.ZERO, CALL))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    Thread.currentThread().interrupt();
    assertThatThrownBy(() -> permits.tryAcquire(Duration.ZERO))
        .isInstanceOf(InterruptedException.class);
    assertThat(Thread.interrupted()).isFalse();
    for (Duration limit : List.of(Duration.ZERO, SHORT, LARGEST)) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(() -> Limits.enter(permits, limit, CALL))
          .isInstanceOf(WaitInterruptedException.class);
      assertThat(Thread.interrupted()).isTrue();
    }
    lease.close();
    Thread.currentThread().interrupt();
    Limits.enter(permits, CALL);
    Limits.exit(permits);
    Limits.enter(permits, Duration.ZERO, CALL);
    Limits.exit(permits);
    assertThat(permits.tryAcquire().map(Lease::permits)).contains(1);
    assertThat(Thread.interrupted()).isTrue();
  }

  @Test
  void whoIsInterruptedBeforeIsRefusedIfItsMethodDeclaresIt() throws Exception {
    Permits permits = permits(1);
    for (Body attempt : List.<Body>of(
        () -> Limits.enterInterruptibly(permits, CALL),
        () -> Limits.enterInterruptibly(permits, SHORT, CALL),
        permits::acquire,
        () -> permits.acquire(1),
        () -> permits.tryAcquire(SHORT))) {
      Thread.currentThread().interrupt();
      assertThatThrownBy(attempt::run).isInstanceOf(InterruptedException.class);
      assertThat(Thread.interrupted()).isFalse();
    }
    assertThat(permits.available()).isEqualTo(1);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void noPermitIsLostOrMadeInAStormOfInterruptsAndTimeouts(boolean fair) throws Exception {
    int total = 3;
    Permits permits = fair ? fair(total) : permits(total);
    AtomicInteger inside = new AtomicInteger();
    AtomicBoolean storm = new AtomicBoolean(true);
    List<Side<Void>> sides = new ArrayList<>();
    for (int t = 0; t < 4; t++) {
      sides.add(Side.run(() -> {
        for (int i = 0; i < 500; i++) {
          stormyCall(permits, total, inside);
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
    assertThat(permits.available()).isEqualTo(total);
    permits.acquire(total).release();
  }

  private static void stormyCall(Permits permits, int total, AtomicInteger inside) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    int number = 1 + random.nextInt(total);
    try {
      Optional<Lease> lease = random.nextBoolean()
          ? Optional.of(permits.acquire(number))
          : permits.tryAcquire(number, Duration.ofNanos(random.nextInt(50_000)));
      if (lease.isPresent()) {
        assertThat(inside.addAndGet(number)).isBetween(1, total);
        inside.addAndGet(-number);
        lease.get().release();
      }
    } catch (InterruptedException e) {
      return; // as it should
    }
  }

  @Test
  void limitsHoldOnVirtualThreads() {
    Permits permits = permits(2);
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    try (Fabric fabric = Fabric.create()) {
      List<Task<Void>> tasks = new ArrayList<>();
      for (int i = 0; i < 50; i++) {
        tasks.add(fabric.submit("user", () -> {
          for (int k = 0; k < 20; k++) {
            limited(permits, () -> {
              most.accumulateAndGet(inside.incrementAndGet(), Math::max);
              Thread.yield();
              inside.decrementAndGet();
            });
          }
          return null;
        }));
      }
      tasks.forEach(Task::join);
    }
    assertThat(most.get()).isBetween(1, 2);
    assertThat(permits.available()).isEqualTo(2);
  }

  // ---- The rest

  @Test
  void permitsOfOthersAreRefusedBeforeAnythingIsTaken() {
    Permits fake = new Permits() {
      @Override
      public String name() {
        return "fake";
      }

      @Override
      public int available() {
        return 1;
      }

      @Override
      public int inUse() {
        return 0;
      }

      @Override
      public Lease acquire() {
        throw new AssertionError("taken");
      }

      @Override
      public Lease acquire(int permits) {
        throw new AssertionError("taken");
      }

      @Override
      public Optional<Lease> tryAcquire() {
        throw new AssertionError("taken");
      }

      @Override
      public Optional<Lease> tryAcquire(Duration limit) {
        throw new AssertionError("taken");
      }

      @Override
      public Optional<Lease> tryAcquire(int permits, Duration limit) {
        throw new AssertionError("taken");
      }
    };
    for (Body attempt : List.<Body>of(
        () -> Limits.enter(fake, CALL),
        () -> Limits.enter(fake, SHORT, CALL),
        () -> Limits.enterInterruptibly(fake, CALL),
        () -> Limits.enterInterruptibly(fake, SHORT, CALL),
        () -> Limits.exit(fake))) {
      assertThatThrownBy(attempt::run).isInstanceOf(IllegalArgumentException.class);
    }
    assertThatNullPointerException().isThrownBy(() -> Limits.enter(null, CALL));
    assertThatNullPointerException().isThrownBy(() -> Limits.exit(null));
  }

  @Test
  void permitsHaveTheNameOfTheirObjectAndTheirOwn() {
    try (Fabric fabric = Fabric.create()) {
      Weaving weaving = Weaving.of(fabric, 1, "Pages", this);
      assertThat(weaving.permits("db", 2).name()).isEqualTo("Pages.db");
      assertThat(weaving.fairPermits("db", 2).name()).isEqualTo("Pages.db");
      assertThat(Limits.fair(fabric, "db", 2)).asString().contains("db", "2 of 2");
    }
  }
}
