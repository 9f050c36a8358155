package io.lappet.internal.fabric;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.internal.seam.Seam;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Condition;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.BooleanSupplier;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What fires when, on one thread: a wait lets the time pass. */
@Timeout(60)
class TimerQueueTest {
  private final Clock clock = new Clock();
  private final TimerQueue queue = new TimerQueue(clock, "timers");
  private final List<Shot> fired = new ArrayList<>();

  /** Something that was scheduled. */
  private final class Shot implements Runnable {
    private final long due;
    private final int number;
    private TimerQueue.Entry entry;
    private boolean cancelled;
    private Runnable then = () -> {};

    Shot(long due, int number) {
      this.due = due;
      this.number = number;
    }

    @Override
    public void run() {
      assertThat(clock.nanos()).isGreaterThanOrEqualTo(due);
      fired.add(this);
      then.run();
    }

    @Override
    public String toString() {
      return number + " at " + due;
    }
  }

  private final List<Shot> shots = new ArrayList<>();

  private Shot schedule(long due) {
    Shot shot = new Shot(due, shots.size());
    shots.add(shot);
    shot.entry = queue.schedule(due, shot);
    return shot;
  }

  private void cancel(Shot shot) {
    if (!fired.contains(shot)) {
      shot.cancelled = true;
    }
    shot.entry.cancel();
    shot.entry.cancel(); // is harmless
  }

  private void assertAllFiredInOrder() {
    assertThat(fired)
        .containsExactlyElementsOf(shots.stream()
            .filter(shot -> !shot.cancelled && shot.due != Seam.NEVER)
            .sorted(Comparator.<Shot>comparingLong(shot -> shot.due)
                .thenComparingInt(shot -> shot.number))
            .toList());
  }

  @Test
  void equalsFireInTheOrderOfScheduling() {
    for (int i = 0; i < 100; i++) {
      schedule(i % 2 == 0 ? 5_000_000_000L : 7_000_000_000L);
    }
    clock.runAll();
    assertAllFiredInOrder();
  }

  @Test
  void aPlaceOfItsOwnCountsAmongEquals() {
    long first = queue.nextPlace();
    List<String> order = new ArrayList<>();
    queue.schedule(1_000_000_000, () -> order.add("second"));
    queue.add(new TimerQueue.Due() {
      @Override
      public long due() {
        return 1_000_000_000;
      }

      @Override
      public long place() {
        return first;
      }

      @Override
      public void place(long last) {}

      @Override
      public boolean isTakenBack() {
        return false;
      }

      @Override
      public void fire() {
        order.add("first");
      }
    });
    clock.runAll();
    assertThat(order).containsExactly("first", "second");
  }

  @Test
  void whatIsDueAtTheVeryEndWaits() {
    schedule(Seam.NEVER);
    schedule(Seam.NEVER - 1);
    schedule(0);
    clock.runAll();
    assertAllFiredInOrder();
    assertThat(fired).hasSize(2);
  }

  @Test
  void whatWasTakenBackIsForgottenOnceItIsHalfOfAll() {
    List<Integer> sizes = new ArrayList<>();
    for (int i = 0; i < 3_000; i++) {
      schedule(3_600_000_000_000L + i);
    }
    schedule(1).then = () -> sizes.add(queue.size());
    schedule(2).then = () -> {
      for (int i = 0; i < 2_100; i++) {
        cancel(shots.get(i));
      }
    };
    schedule(1_000_000_000).then = () -> sizes.add(queue.size());
    clock.runAll();
    assertAllFiredInOrder();
    assertThat(sizes).containsExactly(3_002, 900);
  }

  @Test
  void whatWasTakenBackWakesNobodyUpTimeAndAgain() {
    long hour = 3_600_000_000_000L;
    for (int i = 1; i <= 500; i++) {
      schedule(i * hour);
    }
    shots.subList(0, 499).forEach(this::cancel);
    clock.runAll();
    assertAllFiredInOrder();
    assertThat(clock.waits).isLessThan(5);
  }

  @Test
  void whatIsJustBeingFiredIsOverWhenAllIsStopped() throws Exception {
    List<String> order = new CopyOnWriteArrayList<>();
    Thread stopper = new Thread(() -> {
      queue.stop();
      order.add("stopped");
    });
    schedule(1).then = () -> {
      stopper.start();
      clock.awaitOther();
      order.add("fired");
    };
    clock.runAll();
    stopper.join();
    assertThat(order).containsExactly("fired", "stopped");
  }

  static LongStream seeds() {
    return LongStream.range(0, 60);
  }

  @ParameterizedTest
  @MethodSource("seeds")
  void whateverIsScheduledAndTakenBackTheRestFiresOnceInOrder(long seed) {
    Random random = new Random(seed);
    for (int i = 0; i < 400; i++) {
      Shot shot = schedule(randomTime(random));
      if (random.nextInt(4) == 0) {
        cancel(shots.get(random.nextInt(shots.size())));
      }
      if (random.nextInt(10) == 0) {
        shot.then = () -> {
          // Later than all that has fired, so that the order is that of the due times.
          schedule(clock.nanos() + 1 + Math.floorMod(randomTime(random), Seam.NEVER / 4));
          cancel(shots.get(random.nextInt(shots.size())));
        };
      }
    }
    clock.runAll();
    assertAllFiredInOrder();
    assertThat(clock.waits)
        .isLessThan(3 * shots.size()); // it does not wake up in vain all the time
  }

  /** Of any magnitude, and some of them equal. */
  private static long randomTime(Random random) {
    long time = random.nextLong() >>> (1 + random.nextInt(62));
    return random.nextBoolean() ? time : time & ~((1L << 21) - 1);
  }

  /** Time that passes when the dispatcher waits, which is the thread of the test. */
  private final class Clock implements Seam {
    private final Thread test = Thread.currentThread();
    private final CountDownLatch otherWaits = new CountDownLatch(1);
    private Runnable dispatcher = () -> {};
    private long now;
    private int waits;

    void runAll() {
      dispatcher.run(); // here, until nothing is due any more
    }

    void awaitOther() {
      try {
        assertThat(otherWaits.await(30, TimeUnit.SECONDS)).isTrue();
      } catch (InterruptedException e) {
        throw new AssertionError(e);
      }
    }

    @Override
    public boolean await(
        ReentrantLock held, Condition changed, BooleanSupplier ready, long deadline) {
      if (Thread.currentThread() != test) {
        otherWaits.countDown();
        while (!ready.getAsBoolean()) {
          changed.awaitUninterruptibly();
        }
        return true;
      }
      waits++;
      if (ready.getAsBoolean()) {
        return true;
      }
      if (deadline == NEVER) {
        queue.stop();
        return true;
      }
      assertThat(deadline).isGreaterThan(now);
      now = deadline;
      return false;
    }

    @Override
    public long nanos() {
      return now;
    }

    @Override
    public Instant now() {
      return Instant.EPOCH.plusNanos(now);
    }

    @Override
    public ZoneId zone() {
      return ZoneOffset.UTC;
    }

    @Override
    public void lock(ReentrantLock lock) {
      lock.lock();
    }

    @Override
    public boolean lockInterruptibly(ReentrantLock lock, long deadline) {
      lock.lock();
      return true;
    }

    @Override
    public void giveWay() {}

    @Override
    public boolean linger(BooleanSupplier ready, int looks, long pause) {
      return ready.getAsBoolean();
    }

    @Override
    public boolean isOvertaken(String permits) {
      return false;
    }

    @Override
    public void stepAside() {}

    @Override
    public long glance() {
      return NEVER;
    }

    @Override
    public long inStepFor() {
      return NEVER;
    }

    @Override
    public long waitsAreLateBy() {
      return 0;
    }

    @Override
    public long seed() {
      return 0;
    }

    @Override
    public void spawn(Thread thread) {
      dispatcher = thread;
    }

    @Override
    public void begin() {}

    @Override
    public void end() {}
  }
}
