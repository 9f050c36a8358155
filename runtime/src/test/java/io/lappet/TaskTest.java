package io.lappet;

import static io.lappet.Eventually.timeOf;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.internal.control.ControlledFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledForJreRange;
import org.junit.jupiter.api.condition.JRE;

/** Tasks: one call that runs elsewhere, now or after a delay. */
@Timeout(60)
class TaskTest {
  /** Less than anything waits here that waits, and more than a busy machine holds anything up. */
  private static final Duration AT_ONCE = Duration.ofSeconds(15);

  private static final Duration LARGEST = Duration.ofSeconds(Long.MAX_VALUE, 999_999_999);
  private static final Duration SMALLEST = Duration.ofSeconds(Long.MIN_VALUE);

  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().name("desk").listener(recorder).build();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /** Replaces the fabric by one whose clock the test moves. */
  private ManualSeam control() {
    ManualSeam seam = new ManualSeam();
    fabric = ControlledFabric.on(seam, Fabric.builder().name("desk").listener(recorder));
    return seam;
  }

  /** A task that is inside its body until {@code leave} is opened. */
  private Task<String> inside(CountDownLatch leave) throws InterruptedException {
    CountDownLatch entered = new CountDownLatch(1);
    Task<String> task = fabric.submit("slow", () -> {
      entered.countDown();
      leave.await();
      return "done";
    });
    Eventually.passes(entered);
    return task;
  }

  private static <T> T valueOf(Task<T> task) {
    return task.join();
  }

  // ---- Threads and names (THR.1, TLS.1)

  @Test
  void aTaskRunsFromTheBeginningOfItsBodyToTheEnd() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicReference<Thread> thread = new AtomicReference<>();
    ManualSeam seam = control();
    Task<Void> task = fabric.after(Duration.ofMillis(100), "late", () -> {
      thread.set(Thread.currentThread());
      entered.countDown();
      leave.await();
    });
    assertThat(task.isRunning()).isFalse();
    assertThat(task.threadId()).isEmpty();
    assertThat(fabric.tasks()).isEqualTo(List.of(task));
    assertThat(fabric.threads()).isEmpty();
    seam.pass(Duration.ofMillis(100));
    Eventually.passes(entered);
    assertThat(task.isRunning()).isTrue();
    assertThat(task.isDone()).isFalse();
    assertThat(task.threadId()).hasValue(idOf(thread.get()));
    assertThat(fabric.threads()).isEqualTo(List.of(thread.get()));
    leave.countDown();
    task.join();
    assertThat(task.isRunning()).isFalse();
    assertThat(task.isDone()).isTrue();
    assertThat(task.threadId()).hasValue(idOf(thread.get()));
    assertThat(fabric.tasks()).isEmpty();
    assertThat(fabric.threads()).isEmpty();
  }

  @SuppressWarnings("deprecation") // getId() is all that 17 has
  private static long idOf(Thread thread) {
    return thread.getId();
  }

  @Test
  void aTaskAndItsThreadHaveTheSameUniqueName() {
    Task<String> first = fabric.submit("load", () -> Thread.currentThread().getName());
    Task<String> second = fabric.submit("load", () -> Thread.currentThread().getName());
    assertThat(first.join()).isEqualTo(first.name()).matches("load-\\d+");
    assertThat(second.join()).isEqualTo(second.name()).isNotEqualTo(first.name());
  }

  @Test
  void aTaskIsNoDaemonAndBelongsToNoWorker() {
    assertThat(fabric.submit("load", () -> Worker.current().isPresent()).join()).isFalse();
    assertThat(fabric.submit("load", () -> 1).isDaemon()).isFalse();
  }

  @Test
  @EnabledForJreRange(min = JRE.JAVA_21)
  void aTaskRunsOnAVirtualThreadWithAName() {
    Task<String> now = fabric.submit("load", () -> Thread.currentThread().toString());
    assertThat(now.join()).contains("VirtualThread").contains(now.name());
    AtomicReference<String> later = new AtomicReference<>();
    Task<Void> delayed = fabric.after(
        Duration.ofMillis(1), "later", () -> later.set(Thread.currentThread().toString()));
    delayed.join();
    assertThat(later.get()).contains("VirtualThread").contains(delayed.name());
  }

  @Test
  void tasksNeverShareAThreadSoThatThreadLocalsStartFresh() {
    AtomicInteger made = new AtomicInteger();
    ThreadLocal<Integer> local = ThreadLocal.withInitial(made::incrementAndGet);
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tasks.add(fabric.submit("use", () -> local.get() + 0 * (local.get() + local.get())));
    }
    assertThat(tasks.stream().map(Task::join)).doesNotHaveDuplicates().hasSize(10);
    assertThat(made).hasValue(10);
  }

  @Test
  void tasksAreServedBeforeTheStart() {
    assertThat(fabric.state()).isEqualTo(Fabric.State.NEW);
    assertThat(fabric.submit("early", () -> 1).join()).isEqualTo(1);
  }

  // ---- Results and failures

  @Test
  void theResultReachesWhoeverAsks() throws Exception {
    Task<String> task = fabric.submit("load", () -> "page");
    assertThat(task.join()).isEqualTo("page");
    assertThat(task.get()).isEqualTo("page");
    assertThat(task.get(0, TimeUnit.SECONDS)).isEqualTo("page");
    assertThat(task.joinOr("none")).isEqualTo("page");
    assertThat(task.toCompletableFuture().join()).isEqualTo("page");
    assertThat(task.isDone()).isTrue();
    assertThat(task.isCancelled()).isFalse();
  }

  @Test
  void theFailureOfATaskThatWasJoinedIsNotNested() {
    Exception failure = new Exception("no page");
    Task<String> inner = fabric.submit("load", () -> {
      throw failure;
    });
    Task<String> outer = fabric.submit("show", inner::join);
    assertThatThrownBy(outer::join)
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining(outer.name())
        .cause()
        .isSameAs(failure);
  }

  @Test
  void aFailureReachesWhoeverAsksAndNobodyElse() {
    Exception failure = new Exception("no page");
    Task<String> task = fabric.submit("load", () -> {
      throw failure;
    });
    assertThatThrownBy(task::join)
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining(task.name())
        .cause()
        .isSameAs(failure);
    assertThatThrownBy(task::get).isInstanceOf(ExecutionException.class).cause().isSameAs(failure);
    assertThat(task.joinOr("none")).isEqualTo("none");
    assertThatThrownBy(() -> task.toCompletableFuture().get()).cause().isSameAs(failure);
    assertThat(fabric.close(Duration.ofSeconds(5)).clean()).isTrue();
    assertThat(recorder.failures).isEmpty();
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void aResultMayBeNull() throws Exception {
    Task<String> task = fabric.submit("load", () -> null);
    assertThat(task.join()).isNull();
    assertThat(Task.all(List.of(task, task)).join()).isEqualTo(Arrays.asList(null, null));
    assertThat(task.toCompletableFuture().get()).isNull();
  }

  @Test
  void aTimedGetGivesUpAndTheTaskGoesOn() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> task = inside(leave);
    assertThat(timeOf(() -> assertThatThrownBy(() -> task.get(200, TimeUnit.MILLISECONDS))
            .isInstanceOf(TimeoutException.class)))
        .isGreaterThanOrEqualTo(Duration.ofMillis(200));
    assertThat(timeOf(() -> {
          assertThatThrownBy(() -> task.get(-1, TimeUnit.DAYS))
              .isInstanceOf(TimeoutException.class);
          assertThat(task.join(Duration.ZERO)).isFalse();
          assertThat(task.join(SMALLEST)).isFalse();
        }))
        .isLessThan(AT_ONCE);
    leave.countDown();
    assertThat(task.get()).isEqualTo("done");
  }

  @Test
  void theLongestLimitWaits() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> task = inside(leave);
    Side<Boolean> joining = Side.call(() -> task.join(LARGEST)).blocked();
    Side<String> getting =
        Side.call(() -> task.get(Long.MAX_VALUE, TimeUnit.DAYS)).blocked();
    Side<List<Task<String>>> all =
        Side.call(() -> Task.joinAll(List.of(task), LARGEST)).blocked();
    leave.countDown();
    assertThat(joining.result()).isTrue();
    assertThat(getting.result()).isEqualTo("done");
    assertThat(all.result()).isEqualTo(List.of(task));
  }

  @Test
  void aTaskCannotWaitForItsOwnEnd() throws Exception {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    AtomicReference<Task<Integer>> self = new AtomicReference<>();
    CountDownLatch known = new CountDownLatch(1);
    self.set(fabric.submit("self", () -> {
      known.await();
      Task<Integer> me = self.get();
      for (Body wait : List.<Body>of(
          me::join,
          () -> me.join(Duration.ofSeconds(1)),
          me::get,
          () -> me.get(1, TimeUnit.SECONDS),
          () -> me.joinOr(1))) {
        try {
          wait.run();
        } catch (Exception e) {
          failures.add(e);
        }
      }
      return 7;
    }));
    known.countDown();
    assertThat(self.get().join()).isEqualTo(7);
    assertThat(failures).hasSize(5).allMatch(e -> e instanceof IllegalStateException);
  }

  // ---- Interruption

  @Test
  void anInterruptedWaitLeavesTheTaskAlone() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> task = inside(leave);
    for (Body wait : List.<Body>of(
        task::get,
        () -> task.get(1, TimeUnit.DAYS),
        () -> task.join(LARGEST),
        () -> Task.joinAll(List.of(task)))) {
      Side<Boolean> waiting = Side.call(() -> {
        try {
          wait.run();
          return false;
        } catch (InterruptedException e) {
          return !Thread.currentThread().isInterrupted();
        }
      });
      waiting.parked().interrupt();
      assertThat(waiting.result()).isTrue();
    }
    Side<Boolean> joining = Side.call(() -> {
      assertThatThrownBy(task::join).isInstanceOf(WaitInterruptedException.class);
      return Thread.currentThread().isInterrupted();
    });
    joining.parked().interrupt();
    assertThat(joining.result()).isTrue();
    leave.countDown();
    assertThat(task.join()).isEqualTo("done");
  }

  @Test
  void joiningAnEndedTaskNeedsNoWaitAndKeepsTheFlag() throws Exception {
    Task<String> task = fabric.submit("load", () -> "page");
    task.join();
    Thread.currentThread().interrupt();
    try {
      assertThat(task.join()).isEqualTo("page");
      assertThat(task.joinOr("none")).isEqualTo("page");
      assertThat(Thread.currentThread().isInterrupted()).isTrue();
    } finally {
      Thread.interrupted();
    }
  }

  @Test
  void aGetWithTheFlagSetThrowsAtOnce() {
    Task<String> task = fabric.submit("load", () -> "page");
    task.join();
    Thread.currentThread().interrupt();
    assertThatThrownBy(task::get).isInstanceOf(InterruptedException.class);
    assertThat(Thread.currentThread().isInterrupted()).isFalse();
  }

  // ---- Cancelling (POOL.8, TMR.3)

  @Test
  void cancellingInterruptsARunningBody() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Task<Void> task = fabric.submit("wait", () -> {
      entered.countDown();
      try {
        Eventually.forEver();
      } catch (InterruptedException e) {
        interrupted.countDown();
        throw e;
      }
      return null;
    });
    Eventually.passes(entered);
    assertThat(task.cancel()).isTrue();
    Eventually.passes(interrupted);
    assertThat(task.isCancelled()).isTrue();
    assertThat(task.isDone()).isTrue();
    assertThat(task.cancel()).isFalse();
    assertThatThrownBy(task::join).isInstanceOf(CancellationException.class);
    assertThatThrownBy(task::get).isInstanceOf(CancellationException.class);
    assertThat(task.joinOr(null)).isNull();
    Eventually.until(() -> fabric.threads().isEmpty());
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aTaskThatIsCancelledBeforeItsTimeNeverRuns() throws Exception {
    ManualSeam seam = control();
    AtomicBoolean ran = new AtomicBoolean();
    Task<Void> task = fabric.after(Duration.ofMillis(50), "late", () -> ran.set(true));
    assertThat(task.cancel()).isTrue();
    assertThat(task.isCancelled()).isTrue();
    assertThat(fabric.tasks()).isEmpty();
    Task<Void> later = fabric.after(Duration.ofMillis(100), "later", () -> {});
    seam.pass(Duration.ofMillis(100));
    later.join();
    assertThat(ran).isFalse();
    assertThat(task.threadId()).isEmpty();
  }

  @Test
  void cancellingWithoutInterruptLeavesARunningBodyAlone() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    AtomicInteger completed = new AtomicInteger();
    Task<Void> task = fabric.after(Duration.ofMillis(1), "late", () -> {
      entered.countDown();
      leave.await();
      completed.incrementAndGet();
    });
    Eventually.passes(entered);
    assertThat(task.cancel(false)).isTrue();
    assertThat(task.isCancelled()).isTrue();
    leave.countDown();
    Eventually.until(() -> !task.isRunning());
    assertThat(completed).hasValue(1);
  }

  @Test
  void cancellingAnEndedTaskChangesNothing() {
    Task<String> task = fabric.submit("load", () -> "page");
    task.join();
    assertThat(task.cancel()).isFalse();
    assertThat(task.isCancelled()).isFalse();
    assertThat(task.join()).isEqualTo("page");
  }

  @Test
  void whoCancelledATaskFindsItCancelledHoweverFastItsBodyIs() throws Exception {
    for (int round = 0; round < 2000; round++) {
      CountDownLatch entered = new CountDownLatch(1);
      Task<Void> task = fabric.submit("spin", () -> {
        entered.countDown();
        while (!Thread.interrupted()) {
          Thread.onSpinWait();
        }
        throw new InterruptedException();
      });
      Eventually.passes(entered);
      assertThat(task.cancel()).as("round %s", round).isTrue();
      assertThat(task.isCancelled()).isTrue();
    }
  }

  @Test
  void aTaskThatEndsWhileItIsCancelledIsEitherOfTheTwo() throws Exception {
    for (int round = 0; round < 1000; round++) {
      Task<String> task = fabric.submit("fast", () -> "done");
      boolean cancelled = task.cancel();
      assertThat(task.isDone() || !cancelled).isTrue();
      assertThat(task.joinOr("cancelled")).isEqualTo(cancelled ? "cancelled" : "done");
    }
    Eventually.until(() -> fabric.tasks().isEmpty() && fabric.threads().isEmpty());
  }

  // ---- Callbacks (POOL.7)

  @Test
  void eachOutcomeHasItsCallbackAndOnlyThat() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    List<String> calls = new CopyOnWriteArrayList<>();
    Task<String> good = inside(leave);
    Task<String> bad = fabric.submit("bad", () -> {
      leave.await();
      throw new IllegalStateException("bad");
    });
    for (Task<String> task : List.of(good, bad)) {
      task.onSuccess(result -> calls.add("success " + result));
      task.onFailure(failure -> calls.add("failure " + failure.getMessage()));
    }
    leave.countDown();
    Eventually.until(() -> calls.size() == 2);
    assertThat(calls).containsExactlyInAnyOrder("success done", "failure bad");
    good.onSuccess(result -> calls.add("late " + result));
    good.onFailure(failure -> calls.add("never"));
    bad.onSuccess(result -> calls.add("never"));
    bad.onFailure(failure -> calls.add("late " + failure.getMessage()));
    assertThat(calls).hasSize(4).containsSubsequence("late done", "late bad");
  }

  @Test
  void cancellingCountsAsAFailure() throws Exception {
    List<Throwable> failures = new CopyOnWriteArrayList<>();
    Task<String> task = inside(new CountDownLatch(1)).onFailure(failures::add);
    task.onSuccess(result -> failures.add(new AssertionError(result)));
    task.cancel();
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0)).isInstanceOf(CancellationException.class);
  }

  @Test
  void aCallbackThatThrowsIsReportedAndStopsNoOther() throws Exception {
    RuntimeException failure = new RuntimeException("callback");
    CountDownLatch leave = new CountDownLatch(1);
    AtomicBoolean called = new AtomicBoolean();
    Task<String> task = inside(leave);
    task.onSuccess(result -> {
      throw failure;
    });
    task.onSuccess(result -> called.set(true));
    leave.countDown();
    Eventually.until(called::get);
    assertThat(recorder.causes()).containsExactly(failure);
    assertThat(recorder.failures.get(0).name()).isEqualTo(task.name());
    assertThat(recorder.failures.get(0).method()).isEqualTo("onSuccess");
  }

  @Test
  void nullIsRefusedAtOnceAndChangesNothing() {
    Task<Integer> task = fabric.submit("load", () -> 1);
    for (Body mistake : List.<Body>of(
        () -> fabric.submit(null, () -> 1),
        () -> fabric.submit("load", null),
        () -> fabric.after(null, "late", () -> {}),
        () -> fabric.after(Duration.ZERO, null, () -> {}),
        () -> fabric.after(Duration.ZERO, "late", null),
        () -> task.onSuccess(null),
        () -> task.onFailure(null),
        () -> Task.all(null),
        () -> Task.all(Arrays.asList(task, null)))) {
      assertThatThrownBy(mistake::run).isInstanceOf(NullPointerException.class);
    }
    task.join();
    assertThat(fabric.tasks()).isEmpty();
    assertThat(recorder.failures).isEmpty();
    assertThat(fabric.close(Duration.ofSeconds(5)).clean()).isTrue();
  }

  @Test
  void aFutureOfATaskEndsAsTheTaskDoesAndItsCancelLeavesTheTaskAlone() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> task = inside(leave);
    CompletableFuture<String> future = task.toCompletableFuture();
    task.toCompletableFuture().cancel(true);
    assertThat(future.isDone()).isFalse();
    leave.countDown();
    assertThat(future.get(10, TimeUnit.SECONDS)).isEqualTo("done");
    assertThat(task.isCancelled()).isFalse();
  }

  // ---- Several tasks (CORO.4)

  @Test
  void joinAllWaitsForAllAndKeepsFailuresApart() throws Exception {
    RuntimeException failure = new RuntimeException("second");
    List<Task<Integer>> tasks = List.of(
        pausing(300, 1),
        fabric.submit("bad", () -> {
          throw failure;
        }),
        pausing(200, 3));
    assertThat(Task.joinAll(tasks)).isEqualTo(tasks);
    assertThat(tasks).allMatch(Task::isDone);
    assertThat(tasks.get(0).join()).isEqualTo(1);
    assertThatThrownBy(() -> tasks.get(1).join()).cause().isSameAs(failure);
    assertThat(tasks.get(2).join()).isEqualTo(3);
  }

  private Task<Integer> pausing(int millis, int result) {
    return fabric.submit("pause", () -> {
      fabric.sleep(Duration.ofMillis(millis));
      return result;
    });
  }

  @Test
  void joinAllWithALimitReturnsWhatIsDoneAndLeavesTheRestRunning() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> slow = inside(leave);
    Task<String> fast = fabric.submit("fast", () -> "fast");
    fast.join();
    assertThat(timeOf(() -> assertThat(Task.joinAll(List.of(slow, fast), Duration.ofMillis(100)))
            .isEqualTo(List.of(fast))))
        .isGreaterThanOrEqualTo(Duration.ofMillis(100));
    assertThat(Task.joinAll(List.of(fast, slow), SMALLEST)).isEqualTo(List.of(fast));
    assertThat(slow.isRunning()).isTrue();
    leave.countDown();
    assertThat(Task.joinAll(List.of(slow, fast), LARGEST)).isEqualTo(List.of(slow, fast));
  }

  @Test
  void joinAllOfNothingReturnsAtOnce() throws Exception {
    assertThat(Task.joinAll(List.<Task<Integer>>of())).isEmpty();
    assertThat(Task.all(List.<Task<Integer>>of()).join()).isEmpty();
  }

  @Test
  void allResultsComeInTheOrderGiven() {
    List<Task<Integer>> tasks = List.of(pausing(60, 1), pausing(1, 2), pausing(30, 3));
    assertThat(Task.all(tasks).join()).isEqualTo(List.of(1, 2, 3));
  }

  @Test
  void allFailsWithTheFailureThatHappenedFirstWhenAskedBefore() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    Task<Integer> declaredFirst = failing("declared first", second);
    Task<Integer> declaredSecond = failing("declared second", first);
    CountDownLatch third = new CountDownLatch(1);
    Task<String> running = inside(third);
    Task<List<Object>> all = Task.all(List.of(declaredFirst, declaredSecond, running));
    first.countDown();
    Task.joinAll(List.of(declaredSecond));
    second.countDown();
    assertThatThrownBy(all::join)
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .hasMessage("declared second");
    assertThat(running.isRunning()).as("the others go on").isTrue();
    third.countDown();
    assertThat(running.join()).isEqualTo("done");
  }

  @Test
  void allFailsWithTheFailureThatHappenedFirstWhenAskedAfterwards() throws Exception {
    CountDownLatch first = new CountDownLatch(1);
    CountDownLatch second = new CountDownLatch(1);
    List<Task<Integer>> tasks =
        List.of(failing("declared first", second), failing("declared second", first));
    first.countDown();
    Task.joinAll(tasks.subList(1, 2));
    second.countDown();
    Task.joinAll(tasks);
    assertThatThrownBy(() -> Task.all(tasks).join()).cause().hasMessage("declared second");
  }

  private Task<Integer> failing(String text, CountDownLatch when) {
    return fabric.submit("fail", () -> {
      when.await();
      throw new IllegalStateException(text);
    });
  }

  @Test
  void allIsCancelledNeitherByNorForItsParts() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Task<String> part = inside(leave);
    Task<List<String>> all = Task.all(List.of(part));
    assertThat(all.cancel()).isTrue();
    assertThat(part.isRunning()).isTrue();
    Task<List<String>> other = Task.all(List.of(part));
    part.cancel();
    assertThatThrownBy(other::join).hasRootCauseInstanceOf(CancellationException.class);
    leave.countDown();
  }

  // ---- Delays (TMR)

  @Test
  void aDelayedTaskRunsOnceAndNeverEarly() throws Exception {
    Duration delay = Duration.ofMillis(100);
    List<Long> runs = new CopyOnWriteArrayList<>();
    long begin = System.nanoTime();
    Task<Void> task = fabric.after(delay, "late", () -> runs.add(System.nanoTime() - begin));
    task.join();
    Eventually.letPass(delay.multipliedBy(3));
    assertThat(runs).hasSize(1);
    assertThat(Duration.ofNanos(runs.get(0))).isGreaterThanOrEqualTo(delay);
  }

  @Test
  void aDelayOfZeroOrLessMeansNow() {
    for (Duration now : List.of(Duration.ZERO, Duration.ofMillis(-10), SMALLEST)) {
      AtomicBoolean ran = new AtomicBoolean();
      fabric.after(now, "now", () -> ran.set(true)).join();
      assertThat(ran).isTrue();
    }
  }

  @Test
  void theLongestDelayNeverEndsAndHoldsUpNothing() {
    Task<Void> never = fabric.after(LARGEST, "never", () -> {});
    fabric.after(Duration.ofMillis(1), "soon", () -> {}).join();
    assertThat(never.isDone()).isFalse();
  }

  @Test
  void aFailingDelayedTaskKeepsItsFailure() {
    Exception failure = new Exception("late");
    Task<Void> task = fabric.after(Duration.ofMillis(1), "late", () -> {
      throw failure;
    });
    assertThatThrownBy(task::join).cause().isSameAs(failure);
  }

  @Test
  void argumentsBelongToOneCall() {
    Set<Integer> seen = ConcurrentHashMap.newKeySet();
    List<Task<Void>> tasks = IntStream.range(0, 5)
        .mapToObj(i -> fabric.after(Duration.ofMillis(10 - i), "say", () -> seen.add(i)))
        .toList();
    tasks.forEach(TaskTest::valueOf);
    assertThat(seen).containsExactlyInAnyOrder(0, 1, 2, 3, 4);
  }

  // ---- Closed

  @Test
  void aClosedFabricRefusesTasksAndNamesItself() {
    fabric.close();
    for (Callable<?> call : List.<Callable<?>>of(
        () -> fabric.submit("load", () -> 1),
        () -> fabric.after(Duration.ZERO, "load", () -> {}))) {
      assertThatThrownBy(call::call)
          .isInstanceOf(FabricClosedException.class)
          .hasMessageContaining("desk")
          .hasMessageContaining("load");
    }
    assertThat(fabric.tasks()).isEmpty();
  }

  @Test
  void aThreadFactoryThatThrowsFailsTheTaskAndLeavesNothing() {
    RuntimeException failure = new RuntimeException("no thread");
    Fabric poor = Fabric.builder()
        .workerThreads(body -> {
          throw failure;
        })
        .build();
    Task<Integer> task = poor.submit("load", () -> 1);
    assertThatThrownBy(task::join).cause().isSameAs(failure);
    Task<Void> later = poor.after(Duration.ofMillis(1), "late", () -> {});
    assertThatThrownBy(later::join).cause().isSameAs(failure);
    assertThat(poor.tasks()).isEmpty();
    assertThat(poor.threads()).isEmpty();
    assertThat(poor.close(Duration.ofSeconds(5)).clean()).isTrue();
  }
}
