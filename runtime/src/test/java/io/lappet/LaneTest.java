package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CancellationException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Lanes: named pools of threads. */
@Timeout(120)
class LaneTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().name("desk").listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Pages", this);

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  private void use(Fabric.Builder builder) {
    fabric = builder.build();
    weaving = Weaving.of(fabric, 1, "Pages", this);
  }

  private static String threadName() {
    return Thread.currentThread().getName();
  }

  /** Keeps {@code number} threads of a lane in a body each, until {@code leave} is opened. */
  private static List<Task<String>> occupy(Lane lane, int number, CountDownLatch leave)
      throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(number);
    List<Task<String>> tasks = new ArrayList<>();
    for (int i = 0; i < number; i++) {
      tasks.add(lane.submit(() -> {
        entered.countDown();
        leave.await();
        return threadName();
      }));
    }
    Eventually.passes(entered);
    return tasks;
  }

  // ---- Names (POOL.1)

  @Test
  void pool1_theLaneOfATwinIsTheOneThatRunsIt() {
    Lane a = weaving.lane("a", 2);
    Lane b = weaving.lane("b", 1);
    Twin onA = weaving.twin("onA").lane(a).make();
    Twin onB = weaving.twin("onB").lane(b).make();
    Twin onNone = weaving.twin("onNone").make();
    assertThat(onA.call(LaneTest::threadName).join()).matches("Pages\\.a-[12]");
    assertThat(onB.call(LaneTest::threadName).join()).isEqualTo("Pages.b-1");
    Task<String> task = onNone.call(LaneTest::threadName);
    assertThat(task.join()).isEqualTo(task.name()).matches("Pages\\.onNone-\\d+");
    assertThat(a.name()).isEqualTo("Pages.a");
  }

  @Test
  void tasksOfALaneHaveNamesOfTheirOwn() {
    Lane lane = weaving.lane("a", 1);
    Task<String> first = lane.submit(LaneTest::threadName);
    Task<String> second = weaving.twin("load").lane(lane).make().call(LaneTest::threadName);
    assertThat(first.name()).matches("Pages\\.a-\\d+").isEqualTo(first.name());
    assertThat(second.name()).matches("Pages\\.load-\\d+");
    assertThat(Task.all(List.of(first, second)).join()).containsOnly("Pages.a-1");
    assertThat(first.threadId()).isNotEmpty().isEqualTo(second.threadId());
  }

  @Test
  void theBuilderDeclaresLanesAndThereAlwaysIsCpu() throws Exception {
    use(Fabric.builder().name("desk").lane("io", 3));
    assertThat(fabric.lane("io").submit(LaneTest::threadName).join()).isEqualTo("io-1");
    assertThat(fabric.lane("io")).isSameAs(fabric.lane("io")).isSameAs(weaving.laneOf("io"));
    int processors = Runtime.getRuntime().availableProcessors();
    CountDownLatch leave = new CountDownLatch(1);
    List<Task<String>> tasks = occupy(fabric.lane("cpu"), processors, leave);
    Task<String> more = fabric.lane("cpu").submit(LaneTest::threadName);
    assertThat(fabric.lane("cpu").queued()).isEqualTo(1);
    leave.countDown();
    assertThat(tasks.stream().map(Task::join)).doesNotHaveDuplicates();
    more.join();
    assertThatThrownBy(() -> fabric.lane("none"))
        .isInstanceOf(WiringException.class)
        .hasMessageContaining("none")
        .hasMessageContaining("[cpu, io]");
    assertThatThrownBy(() -> Fabric.builder().lane("io", 0))
        .isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(() -> weaving.lane("io", 0)).isInstanceOf(IllegalArgumentException.class);
  }

  // ---- Failures (POOL.2)

  @Test
  void pool2_aFailingTwinWithoutAResultTellsTheListener() {
    Exception failure = new Exception("no page");
    Lane lane = weaving.lane("a", 1);
    Twin twin = weaving.twin("load").lane(lane).make();
    for (int i = 0; i < 2; i++) {
      twin.tell(() -> {
        throw failure;
      });
    }
    assertThat(lane.submit(() -> 1).join()).isEqualTo(1);
    assertThat(recorder.causes()).containsExactly(failure, failure);
    assertThat(recorder.failures).allSatisfy(report -> {
      assertThat(report.method()).isEqualTo("load");
      assertThat(report.name()).startsWith("Pages.load-");
      assertThat(report.thread().getName()).isEqualTo("Pages.a-1");
    });
    assertThat(fabric.close(GRACE).clean()).isTrue();
  }

  @Test
  void pool2_aListenerThatThrowsChangesNothing() {
    AtomicInteger told = new AtomicInteger();
    use(Fabric.builder().listener(new FabricListener() {
      @Override
      public void onFailure(Failure failure) {
        told.incrementAndGet();
        throw new IllegalStateException("listener");
      }
    }));
    Lane lane = weaving.lane("a", 1);
    Twin twin = weaving.twin("load").lane(lane).make();
    for (int i = 0; i < 2; i++) {
      twin.tell(() -> {
        throw new Exception("no page");
      });
    }
    assertThat(lane.submit(() -> 1).join()).isEqualTo(1);
    assertThat(told).hasValue(2);
  }

  // ---- Map (POOL.3)

  @Test
  void pool3_mapOverNothing() throws Exception {
    Lane lane = weaving.lane("a", 1);
    assertThat(lane.map(List.<Integer>of(), i -> i)).isEmpty();
    assertThat(lane.mapAsync(List.<Integer>of(), i -> i)).isEmpty();
    assertThat(recorder.started).isEmpty();
  }

  @Test
  void mapKeepsTheOrderOfItsInput() throws Exception {
    Lane lane = weaving.lane("a", 3);
    List<Integer> in = IntStream.range(0, 1000).boxed().toList();
    assertThat(lane.map(in, i -> -i)).isEqualTo(in.stream().map(i -> -i).toList());
    assertThat(lane.map(List.of(1, 2), i -> null)).containsExactly(null, null);
  }

  @Test
  void mapThrowsTheFirstFailureInTheOrderOfItsInputAndCompletesTheOthers() {
    AtomicInteger completed = new AtomicInteger();
    CountDownLatch second = new CountDownLatch(1);
    assertThatThrownBy(() -> weaving.lane("a", 2).map(List.of(1, 2, 3, 4), i -> {
          if (i == 1) {
            second.await();
            throw new Exception("first");
          }
          if (i == 2) {
            second.countDown();
            throw new Exception("second");
          }
          return completed.incrementAndGet();
        }))
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .hasMessage("first");
    assertThat(completed).hasValue(2);
  }

  @Test
  void mapAsyncLetsEachTaskKeepItsResultOrFailure() {
    List<Task<Integer>> tasks = weaving.lane("a", 2).mapAsync(List.of(1, 0, 2), i -> 10 / i);
    assertThat(tasks.get(0).join()).isEqualTo(10);
    assertThatThrownBy(() -> tasks.get(1).join()).hasRootCauseInstanceOf(ArithmeticException.class);
    assertThat(tasks.get(2).join()).isEqualTo(5);
  }

  @Test
  void anInterruptedMapCancelsWhatHasNotEnded() {
    Lane lane = weaving.lane("a", 1);
    AtomicInteger begun = new AtomicInteger();
    CountDownLatch interrupted = new CountDownLatch(1);
    Side<List<Integer>> mapping = Side.call(() -> lane.map(List.of(1, 2), i -> {
      begun.incrementAndGet();
      try {
        Eventually.forEver();
      } catch (InterruptedException e) {
        interrupted.countDown();
      }
      return i;
    }));
    Eventually.until(() -> begun.get() == 1);
    mapping.parked().interrupt();
    assertThat(mapping.failure()).isInstanceOf(InterruptedException.class);
    Eventually.until(() -> interrupted.getCount() == 0 && lane.running() == 0);
    assertThat(begun).hasValue(1);
  }

  @Test
  void pool4_aTimedGetGivesUpAndTheTaskGoesOn() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> task = occupy(weaving.lane("a", 1), 1, leave).get(0);
    assertThatThrownBy(() -> task.get(200, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    leave.countDown();
    assertThat(task.get()).isEqualTo("Pages.a-1");
  }

  // ---- Threads (POOL.5)

  @Test
  void pool5_neverMoreThreadsThanDeclared() throws Exception {
    Lane lane = weaving.lane("a", 4);
    Set<Thread> threads = ConcurrentHashMap.newKeySet();
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch four = new CountDownLatch(4);
    List<Task<Integer>> tasks = lane.mapAsync(IntStream.range(0, 60).boxed().toList(), i -> {
      threads.add(Thread.currentThread());
      four.countDown();
      leave.await();
      return i;
    });
    Eventually.passes(four);
    assertThat(lane.running()).isEqualTo(4);
    assertThat(lane.queued()).isEqualTo(56);
    assertThat(fabric.tasks()).hasSize(60);
    assertThat(fabric.threads()).hasSize(4);
    leave.countDown();
    Task.joinAll(tasks);
    assertThat(threads).hasSize(4);
    assertThat(fabric.threads()).isEmpty();
    assertThat(fabric.tasks()).isEmpty();
    assertThat(lane.running()).isZero();
    assertThat(lane.queued()).isZero();
  }

  @Test
  void pool5_neverMoreThreadsThanNeeded() throws Exception {
    for (int round = 0; round < 200; round++) {
      Lane lane = weaving.lane("r" + round, 4);
      Set<String> threads = ConcurrentHashMap.newKeySet();
      for (int i = 0; i < 3; i++) {
        threads.add(lane.submit(LaneTest::threadName).get());
      }
      assertThat(threads).as("round %s", round).hasSize(1);
      lane.closeNow();
    }
  }

  @Test
  void aCallbackThatDoesNotReturnHoldsUpNobodyElse() throws Exception {
    Lane lane = weaving.lane("a", 2);
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch inCallback = new CountDownLatch(1);
    CountDownLatch attached = new CountDownLatch(1);
    Task<Integer> task = lane.submit(() -> {
      attached.await();
      return 1;
    });
    task.onSuccess(result -> {
      inCallback.countDown();
      Eventually.stubbornly(leave);
    });
    attached.countDown();
    Eventually.passes(inCallback);
    for (int i = 0; i < 10; i++) {
      assertThat(lane.submit(() -> 2).join()).isEqualTo(2);
    }
    leave.countDown();
  }

  @Test
  void anIdleLaneTakesWorkAgain() throws Exception {
    Lane lane = weaving.lane("a", 2);
    for (int i = 0; i < 20; i++) {
      assertThat(lane.submit(() -> 2).join()).isEqualTo(2);
      Eventually.letPass(Duration.ofMillis(5)); // by then its threads sleep
    }
    assertThat(recorder.started).containsExactly("Pages.a-1");
  }

  @Test
  void tasksBeginInTheOrderOfSubmission() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch leave = new CountDownLatch(1);
    occupy(lane, 1, leave);
    List<Integer> order = new CopyOnWriteArrayList<>();
    List<Task<Boolean>> tasks = lane.mapAsync(IntStream.range(0, 100).boxed().toList(), order::add);
    leave.countDown();
    Task.joinAll(tasks);
    assertThat(order).isEqualTo(IntStream.range(0, 100).boxed().toList());
  }

  @Test
  void manyThreadsMaySubmitAndEveryTaskRunsOnce() {
    Lane lane = weaving.lane("a", 3);
    AtomicInteger ran = new AtomicInteger();
    List<Side<Void>> sides = new ArrayList<>();
    for (int s = 0; s < 4; s++) {
      sides.add(Side.run(() -> {
        for (int i = 0; i < 5000; i++) {
          Task<Integer> task = lane.submit(ran::incrementAndGet);
          if (i % 7 == 0) {
            task.join();
          }
        }
      }));
    }
    sides.forEach(Side::result);
    assertThat(fabric.close(GRACE).clean()).isTrue();
    assertThat(ran).hasValue(20_000);
  }

  @Test
  void aThreadThatIsUsedAgainFindsNoInterruptOfTheTaskBefore() throws Exception {
    Lane lane = weaving.lane("a", 1);
    for (int round = 0; round < 300; round++) {
      CountDownLatch entered = new CountDownLatch(1);
      Task<Integer> spinning = lane.submit(() -> {
        entered.countDown();
        while (!Thread.currentThread().isInterrupted()) {
          Thread.onSpinWait();
        }
        return 1;
      });
      Task<Boolean> following = lane.submit(Thread::interrupted);
      Eventually.passes(entered);
      assertThat(spinning.cancel()).isTrue();
      assertThat(following.join()).as("round %s", round).isFalse();
    }
  }

  @Test
  void thr6_aThreadFactoryThatThrowsFailsTheTaskAndLeavesNothing() throws Exception {
    RuntimeException failure = new RuntimeException("no thread");
    AtomicInteger asked = new AtomicInteger();
    use(Fabric.builder().workerThreads(body -> {
      if (asked.getAndIncrement() == 0) {
        throw failure;
      }
      return new Thread(body);
    }));
    Lane lane = weaving.lane("a", 2);
    assertThatThrownBy(() -> lane.submit(() -> 1).join()).cause().isSameAs(failure);
    assertThat(fabric.threads()).isEmpty();
    assertThat(fabric.tasks()).isEmpty();
    assertThat(lane.submit(() -> 2).join()).isEqualTo(2);
    assertThat(fabric.close(GRACE).clean()).isTrue();
  }

  // ---- Who runs what waits

  @Test
  void aTaskMayJoinATaskOfItsOwnLaneWhateverTheSize() {
    Lane lane = weaving.lane("a", 1);
    assertThat(depth(lane, 50).join()).isEqualTo(50);
    assertThat(recorder.started).containsExactly("Pages.a-1");
  }

  private static Task<Integer> depth(Lane lane, int left) {
    return lane.submit(() -> left == 0 ? 0 : depth(lane, left - 1).join() + 1);
  }

  @Test
  void soItMayThroughAnyOfTheWaysToWait() throws Exception {
    Lane lane = weaving.lane("a", 1);
    Twin inner = weaving.twin("inner").lane(lane).make();
    Twin outer = weaving.twin("outer").lane(lane).make();
    assertThat(outer.call(() -> inner.call(() -> 1).get()).join()).isEqualTo(1);
    assertThat(outer.call(() -> inner.call(() -> 1).get(1, TimeUnit.DAYS)).join())
        .isEqualTo(1);
    assertThat(outer.call(() -> inner.call(() -> 1).join(Duration.ofDays(1))).join())
        .isTrue();
    assertThat(outer.call(() -> inner.future(() -> 1).join()).join()).isEqualTo(1);
    assertThat(outer.call(() -> inner.future(() -> 1).get()).join()).isEqualTo(1);
    assertThat(
            outer.call(() -> inner.future(() -> 1).thenApply(i -> i + 1).join()).join())
        .isEqualTo(2);
    assertThat(outer.call(() -> lane.map(List.of(1, 2), i -> i)).join()).containsExactly(1, 2);
    assertThat(outer
            .call(() -> Task.joinAll(List.of(inner.call(() -> 1))).get(0).join())
            .join())
        .isEqualTo(1);
    assertThat(outer
            .call(() -> {
              try (TaskGroup group = fabric.group()) {
                Task<Integer> task = group.add(inner.call(() -> 3));
                group.join();
                return task.join();
              }
            })
            .join())
        .isEqualTo(3);
  }

  @Test
  void aTaskMayWaitForADelayedTaskOfItsOwnLane() throws Exception {
    Lane lane = weaving.lane("a", 1);
    Twin late = weaving.twin("late").lane(lane).delay(Duration.ofMillis(20)).make();
    assertThat(lane.submit(() -> late.call(() -> 1).join()).join()).isEqualTo(1);
    assertThat(lane.submit(() -> late.future(() -> 2).join()).join()).isEqualTo(2);
    assertThat(lane.submit(() -> {
              try (TaskGroup group = fabric.group()) {
                Task<Integer> task = group.add(late.call(() -> 3));
                group.join();
                return task.join();
              }
            })
            .join())
        .isEqualTo(3);
  }

  @Test
  void whoIsOutsideDoesNotRunATaskUnlessTheTwinSaysSo() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch leave = new CountDownLatch(1);
    occupy(lane, 1, leave);
    Task<String> patient = weaving.twin("p").lane(lane).make().call(LaneTest::threadName);
    assertThat(patient.join(Duration.ofMillis(50))).isFalse();
    Twin helped = weaving.twin("h").lane(lane).callerRuns().make();
    Task<String> task = helped.call(LaneTest::threadName);
    assertThat(task.join()).isEqualTo(threadName());
    assertThat(task.threadId()).isNotEmpty();
    assertThat(helped.future(LaneTest::threadName).join()).isEqualTo(threadName());
    assertThat(Worker.current()).isEmpty();
    leave.countDown();
    assertThat(patient.join()).isEqualTo("Pages.a-1");
    assertThat(fabric.close(GRACE).clean()).isTrue();
  }

  @Test
  void anInterruptedThreadRunsNothingInPlaceAndKeepsItsFlag() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch leave = new CountDownLatch(1);
    occupy(lane, 1, leave);
    Task<String> task = weaving.twin("h").lane(lane).callerRuns().make().call(LaneTest::threadName);
    Thread.currentThread().interrupt();
    try {
      assertThatThrownBy(task::join).isInstanceOf(WaitInterruptedException.class);
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
    leave.countDown();
    task.join();
  }

  @Test
  void cancellingATaskThatWaitsDoesNotInterruptTheOneThatItRunsInPlace() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch inInner = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    List<String> seen = new CopyOnWriteArrayList<>();
    Task<Integer> outer = lane.submit(() -> {
      int result = lane.submit(() -> {
            inInner.countDown();
            leave.await(); // throws if interrupted
            seen.add("inner ends");
            return 1;
          })
          .join();
      seen.add("outer interrupted " + Thread.interrupted());
      return result;
    });
    Eventually.passes(inInner);
    assertThat(outer.cancel()).isTrue();
    assertThat(outer.isRunning()).isTrue();
    leave.countDown();
    Eventually.until(() -> !outer.isRunning());
    assertThat(seen).containsExactly("inner ends", "outer interrupted true");
    assertThat(lane.submit(Thread::interrupted).join()).isFalse();
  }

  @Test
  void aTaskThatIsRunInPlaceCannotWaitForTheOneThatWaitsForIt() {
    Lane lane = weaving.lane("a", 1);
    List<Task<Integer>> tasks = new CopyOnWriteArrayList<>();
    CountDownLatch known = new CountDownLatch(1);
    tasks.add(lane.submit(() -> {
      known.await();
      return lane.submit(() -> tasks.get(0).join()).join();
    }));
    known.countDown();
    assertThatThrownBy(() -> tasks.get(0).join())
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(IllegalStateException.class);
  }

  // ---- Cancelling (POOL.8) and closing (POOL.6, LIFE.4)

  @Test
  void pool8_cancellingARunningTaskAndAQueuedOne() throws Exception {
    Lane lane = weaving.lane("a", 1);
    Task<String> running = occupy(lane, 1, new CountDownLatch(1)).get(0);
    AtomicInteger ran = new AtomicInteger();
    Task<Integer> queued = lane.submit(ran::incrementAndGet);
    assertThat(lane.queued()).isEqualTo(1);
    assertThat(queued.cancel()).isTrue();
    assertThat(lane.queued()).isZero();
    assertThat(running.cancel()).isTrue();
    assertThat(lane.submit(() -> 5).join()).isEqualTo(5);
    assertThat(running.isCancelled()).isTrue();
    assertThat(queued.isCancelled()).isTrue();
    assertThat(running.isRunning()).isFalse();
    assertThat(ran).hasValue(0);
  }

  @Test
  void pool6_closingAtOnceDropsWhatHasNotBegun() throws Exception {
    Lane lane = weaving.lane("a", 4);
    CountDownLatch begun = new CountDownLatch(4);
    List<Task<Integer>> tasks = lane.mapAsync(IntStream.range(0, 10_000).boxed().toList(), i -> {
      begun.countDown();
      Eventually.forEver();
      return i;
    });
    Eventually.passes(begun);
    lane.closeNow();
    assertThat(tasks).allMatch(Task::isDone).allMatch(Task::isCancelled);
    Eventually.until(() -> lane.running() == 0);
    assertThat(lane.queued()).isZero();
    lane.close();
    lane.closeNow();
    Eventually.until(() -> recorder.ended.size() == 4);
    assertThatThrownBy(() -> lane.submit(() -> 1))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("Pages.a");
    assertThatThrownBy(() -> lane.map(List.of(1), i -> i))
        .isInstanceOf(FabricClosedException.class);
  }

  @Test
  void closingInOrderCompletesWhatWasAcceptedAndWaits() throws Exception {
    Lane lane = weaving.lane("a", 2);
    CountDownLatch leave = new CountDownLatch(1);
    List<Task<String>> tasks = occupy(lane, 2, leave);
    Task<Integer> queued = lane.submit(() -> 7);
    Side<Void> closing = Side.run(lane::close).blocked();
    assertThatThrownBy(() -> lane.submit(() -> 1)).isInstanceOf(FabricClosedException.class);
    leave.countDown();
    closing.result();
    assertThat(queued.isDone()).isTrue();
    assertThat(queued.join()).isEqualTo(7);
    assertThat(tasks).allMatch(Task::isDone);
    Eventually.until(() -> recorder.ended.size() == 2);
  }

  @Test
  void anInterruptedCloseLeavesTheLaneClosedAndGoingOn() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> task = occupy(lane, 1, leave).get(0);
    Side<Void> closing = Side.run(lane::close);
    closing.parked().interrupt();
    assertThat(closing.failure()).isInstanceOf(InterruptedException.class);
    assertThatThrownBy(() -> lane.submit(() -> 1)).isInstanceOf(FabricClosedException.class);
    leave.countDown();
    assertThat(task.join()).isEqualTo("Pages.a-1");
  }

  @Test
  void aTaskThatClosesItsOwnLaneDoesNotWaitForItself() {
    Lane lane = weaving.lane("a", 1);
    assertThat(lane.submit(() -> {
              Task<Integer> last = lane.submit(() -> 4);
              last.join();
              lane.close();
              return last.join();
            })
            .join())
        .isEqualTo(4);
  }

  @Test
  void aTaskThatClosesItsOwnLaneServesWhatIsQueued() {
    Lane lane = weaving.lane("a", 1);
    assertThat(lane.submit(() -> {
              List<Task<Integer>> queued = lane.mapAsync(List.of(1, 2, 3), i -> i);
              lane.close();
              return queued.stream().allMatch(Task::isDone);
            })
            .join())
        .isTrue();
  }

  @RepeatedTest(100)
  void aTaskThatClosesTheFabricServesWhatIsQueuedInItsLane() {
    Lane lane = weaving.lane("a", 1);
    List<Task<Integer>> queued = new CopyOnWriteArrayList<>();
    Task<ShutdownReport> closing = lane.submit(() -> {
      queued.addAll(lane.mapAsync(List.of(1, 2, 3), i -> lane.submit(() -> i).join()));
      return fabric.close(GRACE);
    });
    assertThat(closing.join()).isEqualTo(ShutdownReport.CLEAN);
    assertThat(queued.stream().map(Task::join)).containsExactly(1, 2, 3);
  }

  @Test
  void aTaskOfALaneMayCloseTheFabric() throws Exception {
    Lane lane = weaving.lane("a", 2);
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> other = occupy(lane, 1, leave).get(0);
    Task<ShutdownReport> closing = lane.submit(() -> fabric.close(GRACE));
    Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
    leave.countDown();
    assertThat(closing.join().clean()).isTrue();
    assertThat(other.isCancelled()).isFalse();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void life4_queuedTasksAreDoneWithinTheGrace() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch leave = new CountDownLatch(1);
    occupy(lane, 1, leave);
    Task<Integer> queued = lane.submit(() -> 7);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(GRACE)).blocked();
    leave.countDown();
    assertThat(closing.result()).isEqualTo(ShutdownReport.CLEAN);
    assertThat(queued.join()).isEqualTo(7);
    Eventually.until(() -> recorder.ended.equals(List.of("Pages.a-1")));
    assertThatThrownBy(() -> lane.submit(() -> 1))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("desk");
  }

  @Test
  void life4_queuedTasksAreCancelledAndCountedWhenTheGraceEndsFirst() throws Exception {
    Lane lane = weaving.lane("a", 1);
    AtomicInteger ran = new AtomicInteger();
    occupy(lane, 1, new CountDownLatch(1));
    List<Task<Integer>> queued = lane.mapAsync(List.of(1, 2, 3), i -> ran.incrementAndGet());
    ShutdownReport report = fabric.close(Duration.ofMillis(50));
    assertThat(report.cancelled()).isEqualTo(4);
    assertThat(report.clean()).isFalse();
    assertThat(report.stuck()).isEmpty();
    assertThat(queued).allMatch(Task::isCancelled);
    assertThat(ran).hasValue(0);
  }

  @Test
  void aTaskThatIgnoresItsInterruptIsReportedAsStuck() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch entered = new CountDownLatch(1);
    lane.submit(() -> {
      entered.countDown();
      Eventually.stubbornly(leave);
      return 1;
    });
    Eventually.passes(entered);
    ShutdownReport report = fabric.close(Duration.ZERO);
    assertThat(report.stuck()).hasSize(1);
    assertThat(report.stuck().get(0).name()).isEqualTo("Pages.a-1");
    leave.countDown();
  }

  @Test
  void aComponentThatIsStoppedClosesItsLanes() {
    Lane lane = weaving.lane("a", 1);
    weaving.register();
    assertThat(lane.submit(() -> 1).join()).isEqualTo(1);
    fabric.stop(this, GRACE);
    assertThatThrownBy(() -> lane.submit(() -> 1)).isInstanceOf(FabricClosedException.class);
    Eventually.until(() -> recorder.ended.size() == 1);
  }

  // ---- An executor of the user

  @Test
  void anExecutorServesALaneAndIsNotShutDown() throws Exception {
    ExecutorService executor = Executors.newSingleThreadExecutor(body -> new Thread(body, "mine"));
    try {
      use(Fabric.builder().lane("io", executor));
      Lane lane = fabric.lane("io");
      assertThat(lane.submit(LaneTest::threadName).join()).isEqualTo("mine");
      assertThat(lane.submit(() -> lane.submit(LaneTest::threadName).join()).join())
          .isEqualTo("mine");
      CountDownLatch leave = new CountDownLatch(1);
      Task<String> running = occupy(lane, 1, leave).get(0);
      Task<Integer> queued = lane.submit(() -> 1);
      assertThat(lane.running()).isEqualTo(1);
      assertThat(lane.queued()).isEqualTo(1);
      assertThat(fabric.threads()).extracting(Thread::getName).containsExactly("mine");
      assertThat(queued.cancel()).isTrue();
      assertThat(running.cancel()).isTrue();
      assertThat(executor.submit(Thread::interrupted).get()).isFalse();
      assertThat(fabric.close(GRACE).clean()).isTrue();
      assertThat(executor.submit(() -> 3).get()).isEqualTo(3);
    } finally {
      executor.shutdownNow();
    }
  }

  @Test
  void aTaskThatTheExecutorRejectsHasFailed() {
    RejectedExecutionException rejection = new RejectedExecutionException("full");
    use(Fabric.builder().lane("io", task -> {
      throw rejection;
    }));
    assertThatThrownBy(() -> fabric.lane("io").submit(() -> 1).join()).cause().isSameAs(rejection);
    assertThat(fabric.lane("io").queued()).isZero();
    assertThat(fabric.close(GRACE).clean()).isTrue();
  }

  @Test
  void anExecutorThatRunsInPlaceWorksToo() {
    use(Fabric.builder().lane("io", Runnable::run));
    Lane lane = fabric.lane("io");
    assertThat(lane.submit(() -> lane.submit(LaneTest::threadName).join()).join())
        .isEqualTo(threadName());
    assertThat(fabric.close(GRACE).clean()).isTrue();
  }

  @Test
  void aTaskThatTheExecutorDropsIsCancelledByTheEndOfTheGrace() {
    use(Fabric.builder().lane("io", task -> {}));
    Task<Integer> lost = fabric.lane("io").submit(() -> 1);
    assertThat(fabric.close(Duration.ofMillis(20)).cancelled()).isEqualTo(1);
    assertThatThrownBy(lost::join).isInstanceOf(CancellationException.class);
  }
}
