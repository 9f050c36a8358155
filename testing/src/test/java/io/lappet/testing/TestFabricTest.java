package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.Barrier;
import io.lappet.Body;
import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.FabricFailedException;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.Gate;
import io.lappet.Permits;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.gen.KeyedMonitor;
import io.lappet.gen.Limits;
import io.lappet.gen.Monitor;
import io.lappet.gen.ReadWriteMonitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A fabric as users test with it. The components are woven by hand. */
class TestFabricTest {
  private static final Duration SECOND = Duration.ofSeconds(1);

  private final List<Failure> failures = new CopyOnWriteArrayList<>();
  private final TestFabric fabric =
      TestFabric.create(Fabric.builder().listener(new FabricListener() {
        @Override
        public void onFailure(Failure failure) {
          failures.add(failure);
        }
      }));
  private final List<String> log = new ArrayList<>();

  @AfterEach
  void close() {
    fabric.close();
  }

  /** A line of work: what is sent to "in" is handled, now and then badly, and passed to "out". */
  private final class Line {
    final Weaving weaving = Weaving.of(fabric, 1, "Line", this);
    final Channel<Integer> in =
        weaving.<Integer>channel("in").capacity(4).sentByHand().make();
    final Channel<String> out = weaving.<String>channel("out").make();
    final Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").make();

    Line() {
      weaving
          .consumer("half", in)
          .concurrency(2)
          .retries(2)
          .backoff(SECOND)
          .deadLetter(dead)
          .maps(this::half, out);
      weaving.consumer("note", out).runs(this::note);
      weaving.consumer("bury", dead).runs(this::bury);
      weaving.timer("beat").every(Duration.ofSeconds(2)).runs(this::beat);
      weaving.register();
    }

    String half(int number) throws InterruptedException {
      if (number % 2 != 0) {
        throw new IllegalArgumentException("odd");
      }
      fabric.sleep(SECOND);
      return number / 2 + " is half of " + number;
    }

    void note(String text) {
      log.add(text + at());
    }

    void bury(DeadLetter<Integer> letter) {
      log.add(letter.message() + " is odd, after " + letter.attempts() + at());
    }

    void beat() {
      log.add("beat" + at());
    }
  }

  private String at() {
    return " at " + fabric.time().nanos() / SECOND.toNanos();
  }

  @Test
  void consumersRetriesAndTimersRunInVirtualTime() throws Exception {
    Line line = fabric.start(new Line());
    line.in.send(8);
    line.in.send(7);
    fabric.advance(Duration.ofSeconds(4));
    assertEquals(
        List.of("4 is half of 8 at 1", "beat at 2", "7 is odd, after 3 at 3", "beat at 4"), log);
  }

  @Test
  void settlingDoesNotMoveTheClock() throws Exception {
    Line line = fabric.start(new Line());
    line.in.send(7);
    fabric.settle();
    assertEquals(0, fabric.time().nanos());
    assertEquals(0, line.in.depth());
    assertEquals(1, line.in.unfinished());
  }

  @Test
  void aWaitOfTheTestLetsOthersGoOn() throws Exception {
    Line line = fabric.start(new Line());
    for (int i = 0; i < 20; i += 2) {
      assertTrue(line.in.trySend(i, SECOND)); // at times the channel is full
    }
    assertTrue(line.in.awaitIdle(Duration.ofMinutes(1)));
    line.out.awaitIdle();
    assertThat(log).contains("9 is half of 18 at 5");
  }

  @Test
  void tasksRunAndTheTestCanWaitForThem() {
    Task<String> task = fabric.submit("work", () -> "done");
    assertEquals("done", task.join());
  }

  @Test
  void aTestThatWaitsForTheClockIsToldToAdvanceIt() {
    Task<?> task = fabric.submit("work", () -> {
      fabric.sleep(SECOND);
      return "done";
    });
    IllegalStateException told = assertThrows(IllegalStateException.class, task::join);
    assertThat(told).hasMessageContainingAll("call advance(..)", "work-1 at PT1S");
    fabric.advance(SECOND);
    assertEquals("done", task.join());
  }

  @Test
  void aReportNamesWhatEachThreadWaitsFor() {
    Line line = fabric.start(new Line());
    fabric.submit("sulk", () -> fabric.submit("idle", line.out::receive).join());
    IllegalStateException told = assertThrows(
        IllegalStateException.class,
        () -> fabric
            .submit("wait", () -> {
              line.dead.receive();
              return null;
            })
            .join());
    assertThat(told)
        .hasMessageContainingAll(
            "waits for a condition of task \"wait-2\"",
            "sulk-1 waits for a condition of task \"idle-3\"",
            "Line.note waits for a condition of channel \"Line.out\"");
  }

  @Test
  void aReportNamesWhateverMakesACallWait() {
    Gate gate = Weaving.of(fabric, 1, "Light", this).gate("green");
    Permits permits = Limits.of(fabric, "Room.seats", 1);
    Monitor monitor = Monitor.of(fabric, "Buffer.this");
    ReadWriteMonitor books = ReadWriteMonitor.of(fabric, "Bank.books");
    KeyedMonitor keys = KeyedMonitor.of(fabric, "Bank.id");
    Barrier barrier = fabric.barrier(2);
    fabric.submit("holds", () -> {
      permits.acquire();
      books.enterRead();
      keys.enter(7);
      gate.await();
      return null;
    });
    wait("car", gate::await);
    wait("guest", permits::acquire);
    wait("reader", () -> monitor.enterWhen(() -> false, "Buffer.take()"));
    wait("writer", () -> books.writeLock().enter());
    wait("client", () -> keys.enter(7));
    wait("party", barrier::await);
    wait("waiter", () -> {
      Monitor other = Monitor.of(fabric, "Desk.this");
      other.enter();
      other.newCondition().await();
    });
    fabric.settle();
    DeadlockError told = assertThrows(DeadlockError.class, gate::await);
    assertThat(told)
        .hasMessageContainingAll(
            "car-2 waits for a condition of gate \"Light.green\"",
            "guest-3 waits for a condition of permits \"Room.seats\"",
            "reader-4 waits for a condition of the guards of lock \"Buffer.this\"",
            "writer-5 waits for a condition of the readers of lock \"Bank.books\"",
            "client-6 waits for a condition of the keys of lock \"Bank.id\"",
            "party-7 waits for a condition of barrier \"2 parties\"",
            "waiter-8 waits for a condition of lock \"Desk.this\"");
  }

  private void wait(String name, Body body) {
    fabric.submit(name, () -> {
      body.run();
      return null;
    });
  }

  @Test
  void delayedTasksRunAtTheirTimeInTheirOrder() {
    fabric.after(Duration.ofSeconds(2), "b", () -> log.add("b" + at()));
    fabric.after(Duration.ofSeconds(1), "a", () -> log.add("a" + at()));
    fabric.after(Duration.ofSeconds(2), "c", () -> log.add("c" + at()));
    fabric.advance(Duration.ofSeconds(3));
    assertEquals(List.of("a at 1", "b at 2", "c at 2"), log);
  }

  @Test
  void manyVirtualSecondsTakeNoRealOnes() {
    fabric.start(new Line());
    fabric.advance(Duration.ofSeconds(26));
    assertEquals(13, log.size());
  }

  @Test
  void closingDrainsInVirtualTimeAndLeavesNoThread() throws Exception {
    Line line = fabric.start(new Line());
    line.in.send(7);
    line.in.send(2);
    fabric.settle();
    List<Thread> threads = fabric.threads();
    assertThat(threads).isNotEmpty().allMatch(Thread::isAlive);

    ShutdownReport report = fabric.close(Duration.ofSeconds(10));

    assertTrue(report.clean());
    assertEquals(List.of("1 is half of 2 at 1", "7 is odd, after 3 at 3"), log);
    assertEquals(Duration.ofSeconds(3), Duration.ofNanos(fabric.time().nanos()));
    assertEquals(Fabric.State.CLOSED, fabric.state());
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  @Test
  void closingMovesTheClockNoFurtherThanTheGrace() {
    Task<?> task = fabric.submit("long", () -> {
      fabric.sleep(Duration.ofHours(1));
      return null;
    });
    ShutdownReport report = fabric.close(Duration.ofSeconds(5));
    assertFalse(report.clean());
    assertTrue(task.isCancelled());
    assertEquals(5, fabric.time().nanos() / SECOND.toNanos());
  }

  @Test
  void closingThrowsOutWhatDoesNotEndByItself() {
    Task<?> task = fabric.submit("stubborn", () -> {
      while (true) {
        try {
          fabric.sleep(Duration.ofDays(1));
        } catch (InterruptedException e) {
          log.add("no");
        }
      }
    });
    fabric.settle();
    List<Thread> threads = fabric.threads();
    ShutdownReport report = fabric.close(SECOND);
    assertThat(report.stuck()).extracting(stuck -> stuck.thread()).isEqualTo(threads);
    assertThat(threads).noneMatch(Thread::isAlive);
    assertTrue(task.isDone());
  }

  @Test
  void closingEndsAThreadThatBlocksElsewhere() {
    CountDownLatch never = new CountDownLatch(1);
    fabric.submit("blocks", () -> {
      never.await();
      return null;
    });
    AssertionError told = assertThrows(AssertionError.class, fabric::settle);
    assertThat(told).hasMessageContainingAll("Stuck: blocks-1", "CountDownLatch.await");
    List<Thread> threads = fabric.threads();
    fabric.close();
    assertThat(threads).noneMatch(Thread::isAlive);
  }

  @Test
  void closingAfterADeadlockLeavesNoThread() throws Exception {
    Monitor left = Monitor.of(fabric, "left");
    Monitor right = Monitor.of(fabric, "right");
    Weaving weaving = Weaving.of(fabric, 1, "Crossing", this);
    Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().make();
    weaving.consumer("a", in).runs(number -> takeBoth(left, right));
    weaving.consumer("b", in).runs(number -> takeBoth(right, left));
    weaving.register();
    fabric.start();
    in.send(1);
    in.send(2);
    DeadlockError told =
        assertThrows(DeadlockError.class, () -> fabric.advance(Duration.ofMinutes(1)));
    assertThat(told).hasMessageContainingAll("Crossing.a waits for lock", "Crossing.b waits for");
    List<Thread> threads = fabric.threads();

    ShutdownReport report = fabric.close(SECOND);

    assertFalse(report.clean());
    assertThat(report.stuck()).hasSize(2);
    assertThat(threads).hasSize(2).noneMatch(Thread::isAlive);
    assertThat(failures).as("of threads that were thrown out of their waits").isEmpty();
    assertThat(fabric.failure()).isEmpty();
  }

  private void takeBoth(Monitor first, Monitor second) throws InterruptedException {
    first.enter();
    try {
      fabric.sleep(SECOND);
      second.enter();
      second.exit();
    } finally {
      first.exit();
    }
  }

  @Test
  void anotherThreadOfTheTestCanClose() throws Exception {
    Line line = fabric.start(new Line());
    line.in.send(2);
    ShutdownReport[] report = new ShutdownReport[1];
    Thread other = new Thread(() -> report[0] = fabric.close(Duration.ofSeconds(5)));
    other.start();
    other.join();
    assertTrue(report[0].clean());
  }

  @Test
  void closingAgainHasNoEffect() {
    fabric.close();
    assertTrue(fabric.close(SECOND).clean());
  }

  @Test
  void aFabricThatFailedSaysSoToWhoWaits() {
    fabric.start(new Bomb());
    fabric.settle();
    FabricFailedException told = assertThrows(FabricFailedException.class, fabric::join);
    assertThat(told).hasRootCauseMessage("bang");
    fabric.finish();
  }

  @Test
  void aFabricThatFailedSaysSoInTheEnd() {
    fabric.start(new Bomb());
    fabric.settle();
    AssertionError told = assertThrows(AssertionError.class, fabric::finish);
    assertThat(told).hasRootCauseMessage("bang");
  }

  /** Fails its fabric. */
  private final class Bomb {
    Bomb() {
      Weaving weaving = Weaving.of(fabric, 1, "Bomb", this);
      weaving.daemon("explode").runs(() -> {
        throw new AssertionError("bang");
      });
      weaving.register();
    }
  }

  @Test
  void theDumpHasEveryThread() {
    fabric.start(new Line());
    fabric.settle();
    assertThat(fabric.dump())
        .startsWith("At PT0S, fixed order:")
        .contains("Line.half-1 waits for a condition", "Line.half-2", "Line.note", "Line.bury")
        .contains("fabric-timers waits for a condition, at most until PT2S")
        .contains(Thread.currentThread().getName() + " runs");
  }

  @Test
  void locksWorkAfterTheFabricWasClosed() {
    Monitor monitor = Monitor.of(fabric, "a");
    fabric.close();
    monitor.enter();
    assertTrue(monitor.isHeldByCurrentThread());
    monitor.exit();
  }
}
