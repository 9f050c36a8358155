package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Weaving;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Tasks that end together, and {@code map}. */
@Timeout(120)
class GroupTest {
  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().name("desk").listener(recorder).build();
  private final CountDownLatch leave = new CountDownLatch(1);

  @AfterEach
  void closeFabric() {
    leave.countDown();
    fabric.close(Duration.ZERO);
  }

  private Task<Integer> inside(TaskGroup group) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    Task<Integer> task = group.fork(() -> {
      entered.countDown();
      leave.await();
      return 1;
    });
    Eventually.passes(entered);
    return task;
  }

  @Test
  void allResultsAreThereAfterTheJoin() throws Exception {
    try (TaskGroup group = fabric.group()) {
      List<Task<Integer>> tasks =
          IntStream.range(0, 20).mapToObj(i -> group.fork(() -> i)).toList();
      group.join();
      assertThat(tasks).allMatch(Task::isDone);
      assertThat(tasks.stream().map(Task::join))
          .containsExactlyElementsOf(IntStream.range(0, 20).boxed().toList());
      assertThat(group.join(Duration.ZERO)).isTrue();
    }
    assertThat(fabric.tasks()).isEmpty();
  }

  @Test
  void theFirstFailureCancelsTheRestAndIsThrown() throws Exception {
    IOException failure = new IOException("no page");
    try (TaskGroup group = fabric.group()) {
      Task<Integer> slow = inside(group);
      group.fork(() -> {
        throw failure;
      });
      assertThatThrownBy(group::join)
          .isInstanceOf(TaskFailedException.class)
          .cause()
          .isSameAs(failure);
      assertThat(slow.isCancelled()).isTrue();
      assertThat(slow.isRunning()).isFalse();
      AtomicInteger ran = new AtomicInteger();
      Task<Integer> late = group.fork(ran::incrementAndGet);
      assertThat(late.isCancelled()).isTrue();
      assertThatThrownBy(() -> group.join(IOException.class)).isSameAs(failure);
      assertThatThrownBy(() -> group.join(IllegalStateException.class))
          .isInstanceOf(TaskFailedException.class);
      assertThatThrownBy(() -> group.join(Duration.ofSeconds(1)))
          .isInstanceOf(TaskFailedException.class);
      assertThat(ran).hasValue(0);
    }
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void whatTheUserCancelledIsNoFailure() throws Exception {
    try (TaskGroup group = fabric.group()) {
      Task<Integer> cancelled = inside(group);
      Task<Integer> other = group.fork(() -> 2);
      cancelled.cancel();
      group.join();
      assertThat(other.join()).isEqualTo(2);
    }
  }

  @Test
  void aJoinWithALimitLeavesTheTasksGoingOn() throws Exception {
    try (TaskGroup group = fabric.group()) {
      Task<Integer> slow = inside(group);
      assertThat(group.join(Duration.ofMillis(20))).isFalse();
      assertThat(slow.isDone()).isFalse();
      leave.countDown();
      assertThat(group.join(Duration.ofDays(1))).isTrue();
      assertThat(slow.join()).isEqualTo(1);
    }
  }

  @Test
  void closingCancelsAndWaitsUntilNoBodyRuns() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    TaskGroup group = fabric.group();
    Task<Integer> stubborn = group.fork(() -> {
      entered.countDown();
      Eventually.stubbornly(leave);
      return 1;
    });
    Eventually.passes(entered);
    Side<Boolean> closing = Side.call(() -> {
      group.close();
      return Thread.currentThread().isInterrupted();
    });
    closing.blocked().interrupt().blocked();
    assertThat(stubborn.isCancelled()).isTrue();
    leave.countDown();
    assertThat(closing.result()).as("the interrupt stays set").isTrue();
    assertThat(stubborn.isRunning()).isFalse();
    group.close();
    assertThatThrownBy(() -> group.fork(() -> 1)).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> group.add(stubborn)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void anInterruptedJoinLeavesTheTasksUntilTheClose() throws Exception {
    try (TaskGroup group = fabric.group()) {
      Task<Integer> slow = inside(group);
      Side<Void> joining = Side.run(group::join);
      joining.parked().interrupt();
      assertThat(joining.failure()).isInstanceOf(InterruptedException.class);
      assertThat(slow.isDone()).isFalse();
    }
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void aTaskOfTheGroupMayForkAndMayNotJoin() throws Exception {
    try (TaskGroup group = fabric.group()) {
      List<Throwable> failures = new CopyOnWriteArrayList<>();
      AtomicInteger forked = new AtomicInteger();
      group.fork(() -> {
        for (Body mistake :
            List.<Body>of(group::join, () -> group.join(Duration.ZERO), group::close)) {
          try {
            mistake.run();
          } catch (IllegalStateException e) {
            failures.add(e);
          }
        }
        return group.fork(forked::incrementAndGet);
      });
      group.join();
      assertThat(failures).hasSize(3);
      assertThat(forked).hasValue(1);
    }
  }

  @Test
  void aTaskThatJoinsTheGroupBeforeItIsTakenInIsToldSo() throws Exception {
    AtomicInteger told = new AtomicInteger();
    try (TaskGroup group = fabric.group()) {
      group.fork(() -> leave.await(100, TimeUnit.SECONDS)); // there is something to wait for
      Thread[] joiner = new Thread[1];
      CountDownLatch begun = new CountDownLatch(1);
      Task<Integer> task = fabric.submit("joiner", () -> {
        joiner[0] = Thread.currentThread();
        begun.countDown();
        try {
          group.join();
        } catch (IllegalStateException e) {
          told.incrementAndGet();
        }
        return 1;
      });
      Eventually.passes(begun);
      Eventually.until(() -> joiner[0].getState() == Thread.State.WAITING);
      group.add(task);
      assertThat(task.join(Duration.ofMinutes(1))).isTrue();
      leave.countDown();
      group.join();
    }
    assertThat(told).hasValue(1);
  }

  @Test
  void aTwinCanBeTakenInAndItsTimeoutIsAFailure() throws Exception {
    Weaving weaving = Weaving.of(fabric, 1, "Users", this);
    try (TaskGroup group = fabric.group()) {
      Task<Integer> other = inside(group);
      group.add(weaving.twin("slow").timeout(Duration.ofMillis(20)).make().call(() -> {
        leave.await();
        return 1;
      }));
      assertThatThrownBy(() -> group.join(TimeoutException.class))
          .isInstanceOf(TimeoutException.class);
      assertThat(other.isCancelled()).isTrue();
    }
  }

  @Test
  void aGroupOfAClosedFabricRefusesForks() {
    TaskGroup group = fabric.group();
    fabric.close();
    assertThatThrownBy(() -> group.fork(() -> 1)).isInstanceOf(FabricClosedException.class);
    group.close();
  }

  // ---- map

  @Test
  void mapKeepsTheOrderAndRunsSoManyAtATime() throws Exception {
    AtomicInteger inside = new AtomicInteger();
    AtomicInteger most = new AtomicInteger();
    List<Integer> in = IntStream.range(0, 100).boxed().toList();
    assertThat(fabric.map(in, 3, i -> {
          most.accumulateAndGet(inside.incrementAndGet(), Math::max);
          Thread.yield();
          inside.decrementAndGet();
          return -i;
        }))
        .isEqualTo(in.stream().map(i -> -i).toList());
    assertThat(most.get()).isBetween(1, 3);
    assertThat(fabric.map(List.of(1), 1, i -> null)).containsExactly((Integer) null);
    assertThat(fabric.map(List.<Integer>of(), 1, i -> i)).isEmpty();
    assertThat(fabric.map(List.of(1, 2, 3), Integer.MAX_VALUE, i -> i)).containsExactly(1, 2, 3);
  }

  @Test
  void mapRunsAsManyAtATimeAsItMay() throws Exception {
    CountDownLatch all = new CountDownLatch(3);
    assertThat(fabric.map(List.of(1, 2, 3), 3, i -> {
          all.countDown();
          Eventually.passes(all);
          return i;
        }))
        .containsExactly(1, 2, 3);
  }

  @Test
  void nothingBeginsAfterAFailureAndTheFirstInOrderIsThrown() {
    AtomicInteger completed = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(1);
    assertThatThrownBy(() -> fabric.map(List.of(1, 2, 3, 4, 5), 2, i -> {
          if (i == 1) {
            second.await();
            completed.incrementAndGet();
            throw new IOException("first");
          }
          if (i == 2) {
            second.countDown();
            throw new IOException("second");
          }
          return completed.addAndGet(100);
        }))
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .hasMessage("first");
    assertThat(completed.get() % 100).as("what has begun is completed").isEqualTo(1);
    assertThatThrownBy(() -> fabric.map(List.of(1), 0, i -> i))
        .isInstanceOf(IllegalArgumentException.class);
  }

  @Test
  void anInterruptedMapCancels() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Side<List<Integer>> mapping = Side.call(() -> fabric.map(List.of(1, 2), 1, i -> {
      entered.countDown();
      try {
        leave.await();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return i;
    }));
    Eventually.passes(entered);
    mapping.parked().interrupt();
    assertThat(mapping.failure()).isInstanceOf(InterruptedException.class);
    Eventually.passes(interrupted);
    fabric.close();
    assertThatThrownBy(() -> fabric.map(List.of(1), 1, i -> i))
        .isInstanceOf(FabricClosedException.class);
  }

  @Test
  void coro4_joinAllWaitsForAllAndKeepsFailuresApart() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    Task<Integer> later = fabric.submit("a", () -> {
      first.await();
      throw new IOException("declared first");
    });
    Task<Integer> earlier = fabric.submit("b", () -> {
      throw new IOException("declared second");
    });
    Task<Integer> good = fabric.submit("c", () -> 3);
    Task.joinAll(List.of(earlier));
    first.countDown();
    List<Task<Integer>> tasks = List.of(later, earlier, good);
    assertThat(Task.joinAll(tasks)).isEqualTo(tasks);
    assertThatThrownBy(later::join).cause().hasMessage("declared first");
    assertThatThrownBy(earlier::join).cause().hasMessage("declared second");
    assertThat(good.join()).isEqualTo(3);
    assertThatThrownBy(() -> Task.all(tasks).join()).cause().hasMessage("declared second");
  }
}
