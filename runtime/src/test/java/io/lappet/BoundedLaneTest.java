package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.Overflow;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Lanes whose queue has a bound. */
@Timeout(120)
class BoundedLaneTest {
  private final CountDownLatch leave = new CountDownLatch(1);
  private final List<Integer> ran = new CopyOnWriteArrayList<>();
  private Fabric fabric = Fabric.create();

  @AfterEach
  void closeFabric() {
    leave.countDown();
    fabric.close(Duration.ZERO);
  }

  /** A lane of one thread, which is in a body until {@code leave}. */
  private Lane busyLane(int capacity, Overflow overflow) throws InterruptedException {
    fabric = Fabric.builder().name("desk").lane("io", 1, capacity, overflow).build();
    Lane lane = fabric.lane("io");
    CountDownLatch entered = new CountDownLatch(1);
    lane.submit(() -> {
      entered.countDown();
      leave.await();
      return 0;
    });
    Eventually.passes(entered);
    return lane;
  }

  private Task<Integer> submit(Lane lane, int number) {
    return lane.submit(() -> {
      ran.add(number);
      return number;
    });
  }

  @Test
  void whoFindsNoRoomWaits() throws Exception {
    Lane lane = busyLane(2, Overflow.BLOCK);
    submit(lane, 1);
    submit(lane, 2);
    assertThat(lane.queued()).isEqualTo(2);
    Side<Task<Integer>> third = Side.call(() -> submit(lane, 3));
    third.blocked();
    leave.countDown();
    assertThat(third.result().join()).isEqualTo(3);
    assertThat(ran).containsExactly(1, 2, 3);
    assertThat(lane.dropped()).isZero();
  }

  @Test
  void whoWaitsForRoomCanBeInterrupted() throws Exception {
    Lane lane = busyLane(1, Overflow.BLOCK);
    submit(lane, 1);
    Side<Task<Integer>> second = Side.call(() -> submit(lane, 2));
    second.blocked().interrupt();
    assertThat(second.failure())
        .isInstanceOf(WaitInterruptedException.class)
        .hasMessageContaining("lane \"io\"");
    leave.countDown();
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    assertThat(ran).containsExactly(1);
  }

  @Test
  void whoWaitsForRoomIsRefusedWhenTheLaneCloses() throws Exception {
    Lane lane = busyLane(1, Overflow.BLOCK);
    Task<Integer> first = submit(lane, 1);
    Side<Task<Integer>> second = Side.call(() -> submit(lane, 2));
    second.blocked();
    lane.closeNow();
    assertThat(second.failure())
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("io");
    assertThat(first.isCancelled()).isTrue();
    assertThat(ran).isEmpty();
  }

  @Test
  void aCancelledTaskMakesRoom() throws Exception {
    Lane lane = busyLane(1, Overflow.BLOCK);
    Task<Integer> first = submit(lane, 1);
    Side<Task<Integer>> second = Side.call(() -> submit(lane, 2));
    second.blocked();
    assertThat(first.cancel()).isTrue();
    Task<Integer> task = second.result();
    leave.countDown();
    assertThat(task.join()).isEqualTo(2);
    assertThat(ran).containsExactly(2);
  }

  @Test
  void aFullLaneRefuses() throws Exception {
    Lane lane = busyLane(2, Overflow.FAIL);
    submit(lane, 1);
    submit(lane, 2);
    assertThatThrownBy(() -> submit(lane, 3))
        .isInstanceOf(ChannelFullException.class)
        .hasMessage("Lane \"io\" is full: 2 tasks wait");
    List<Task<?>> before = fabric.tasks();
    assertThatThrownBy(() -> lane.map(List.of(1, 2), x -> x))
        .isInstanceOf(ChannelFullException.class);
    assertThat(fabric.tasks()).isEqualTo(before);
    leave.countDown();
    lane.close();
    assertThat(ran).containsExactly(1, 2);
    assertThat(lane.queued()).isZero();
  }

  @Test
  void theNewTaskIsDropped() throws Exception {
    Lane lane = busyLane(2, Overflow.DROP_NEW);
    List<Task<Integer>> tasks =
        IntStream.rangeClosed(1, 5).mapToObj(i -> submit(lane, i)).toList();
    assertThat(lane.dropped()).isEqualTo(3);
    assertThat(tasks).extracting(Task::isCancelled).containsExactly(false, false, true, true, true);
    leave.countDown();
    lane.close();
    assertThat(ran).containsExactly(1, 2);
    assertThatThrownBy(tasks.get(4)::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void theOldestTaskIsDropped() throws Exception {
    Lane lane = busyLane(2, Overflow.DROP_OLD);
    List<Task<Integer>> tasks =
        IntStream.rangeClosed(1, 5).mapToObj(i -> submit(lane, i)).toList();
    assertThat(lane.dropped()).isEqualTo(3);
    assertThat(tasks).extracting(Task::isCancelled).containsExactly(true, true, true, false, false);
    assertThat(lane.queued()).isEqualTo(2);
    leave.countDown();
    lane.close();
    assertThat(ran).containsExactly(4, 5);
  }

  @ParameterizedTest
  @EnumSource(Overflow.class)
  void nothingOfAFullLaneIsLeftBehind(Overflow overflow) throws Exception {
    fabric = Fabric.builder().name("desk").lane("io", 2, 3, overflow).build();
    Lane lane = fabric.lane("io");
    AtomicInteger bodies = new AtomicInteger();
    AtomicInteger refused = new AtomicInteger();
    List<Side<List<Task<Integer>>>> senders = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      senders.add(Side.call(() -> {
        List<Task<Integer>> mine = new ArrayList<>();
        for (int k = 0; k < 1000; k++) {
          try {
            mine.add(lane.submit(bodies::incrementAndGet));
          } catch (ChannelFullException e) {
            refused.incrementAndGet();
          }
        }
        return mine;
      }));
    }
    List<Task<Integer>> tasks = new ArrayList<>();
    for (Side<List<Task<Integer>>> sender : senders) {
      tasks.addAll(sender.result());
    }
    Task.joinAll(tasks);
    long cancelled = tasks.stream().filter(Task::isCancelled).count();
    assertThat(bodies.get() + cancelled + refused.get()).isEqualTo(4000);
    assertThat(lane.dropped()).isEqualTo(cancelled);
    lane.close();
    assertThat(lane.queued()).isZero();
    assertThat(lane.running()).isZero();
    assertThat(fabric.tasks()).isEmpty();
  }

  @Test
  void aThreadOfTheLaneRunsWhatItFindsNoRoomFor() throws Exception {
    fabric = Fabric.builder().name("desk").lane("io", 1, 1, Overflow.BLOCK).build();
    Lane lane = fabric.lane("io");
    Task<List<String>> outer = lane.submit(() -> {
      List<Task<String>> inner = new ArrayList<>();
      for (int i = 0; i < 3; i++) {
        inner.add(lane.submit(() -> Thread.currentThread().getName()));
      }
      assertThat(inner).extracting(Task::isDone).containsExactly(false, true, true);
      return inner.stream().map(Task::join).toList();
    });
    assertThat(outer.join()).containsExactly("io-1", "io-1", "io-1");
  }

  @Test
  void aDelayedTaskNeverHoldsUpTheClock() throws Exception {
    Lane lane = busyLane(1, Overflow.BLOCK);
    submit(lane, 1);
    Weaving weaving = Weaving.of(fabric, 1, "Pages", this);
    Task<Integer> late = weaving
        .twin("late")
        .lane(lane)
        .delay(Duration.ofMillis(1))
        .make()
        .call(() -> {
          ran.add(2);
          return 2;
        });
    CountDownLatch later = new CountDownLatch(1);
    fabric.after(Duration.ofMillis(20), "later", later::countDown);
    Eventually.passes(later);
    assertThat(late.isDone()).isFalse();
    leave.countDown();
    assertThat(late.join()).isEqualTo(2);
    assertThat(ran).containsExactly(1, 2);
  }

  @Test
  void aDelayedTaskFailsIfThereIsNoRoomAndNobodyToTell() throws Exception {
    Lane lane = busyLane(1, Overflow.FAIL);
    submit(lane, 1);
    Task<Integer> late = Weaving.of(fabric, 1, "Pages", this)
        .twin("late")
        .lane(lane)
        .delay(Duration.ofMillis(1))
        .make()
        .call(() -> 2);
    assertThatThrownBy(late::join)
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(ChannelFullException.class);
    leave.countDown();
  }

  @Test
  void numbersAreChecked() {
    Fabric.Builder builder = Fabric.builder();
    assertThatThrownBy(() -> builder.lane("io", 1, 0, Overflow.FAIL))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("A lane cannot have room for 0 tasks");
  }
}
