package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import java.io.IOException;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** The twins of methods, as generated code makes and calls them. */
@Timeout(120)
class TwinTest {
  private static final Duration GRACE = Duration.ofSeconds(20);

  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().name("desk").listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Users", this);

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /** Replaces the fabric by one whose clock the test moves. */
  private ManualSeam control() {
    ManualSeam seam = new ManualSeam();
    fabric = ControlledFabric.on(seam, Fabric.builder().name("desk").listener(recorder));
    weaving = Weaving.of(fabric, 1, "Users", this);
    return seam;
  }

  /** A body that waits until interrupted. */
  private static Void forEver(CountDownLatch entered, CountDownLatch interrupted)
      throws InterruptedException {
    entered.countDown();
    try {
      Eventually.forEver();
    } catch (InterruptedException e) {
      interrupted.countDown();
      throw e;
    }
    return null;
  }

  // ---- The kinds of handle

  @Test
  void eachKindOfTwinRunsItsTargetElsewhere() throws Exception {
    Twin twin = weaving.twin("load").make();
    Thread me = Thread.currentThread();
    AtomicReference<Thread> ran = new AtomicReference<>();
    CountDownLatch told = new CountDownLatch(1);
    Body body = () -> ran.set(Thread.currentThread());
    assertThat(twin.call(() -> Thread.currentThread()).join()).isNotEqualTo(me);
    twin.run(body).join();
    assertThat(ran.getAndSet(null)).isNotNull().isNotEqualTo(me);
    assertThat(twin.future(() -> "page").get()).isEqualTo("page");
    twin.futureOf(body).join();
    assertThat(ran.getAndSet(null)).isNotNull().isNotEqualTo(me);
    twin.tell(told::countDown);
    Eventually.passes(told);
  }

  @Test
  void aTaskIsNamedAfterItsMethodOrAsDeclared() {
    assertThat(weaving.twin("load").make().call(() -> 1).name()).matches("Users\\.load-\\d+");
    Twin named = weaving.twin("load").named("loader").make();
    for (String name : List.of("loader", "loader-2", "loader-3")) {
      Task<String> task = named.call(() -> Thread.currentThread().getName());
      assertThat(task.name()).isEqualTo(name).isEqualTo(task.join());
    }
  }

  @Test
  void resultsThatLookLikeStatesAreResults() {
    Twin twin = weaving.twin("load").make();
    Thread thread = new Thread();
    assertThat(twin.call(() -> thread).join()).isSameAs(thread);
    assertThat(twin.call(() -> null).join()).isNull();
    Exception exception = new Exception();
    assertThat(twin.call(() -> exception).join()).isSameAs(exception);
  }

  // ---- THR.5

  @Test
  void thr5_aFailureNobodyWaitsForIsReportedOnceWithNames() throws Exception {
    IOException failure = new IOException("no page");
    Twin twin = weaving.twin("load").make();
    AtomicReference<Thread> thread = new AtomicReference<>();
    twin.tell(() -> {
      thread.set(Thread.currentThread());
      throw failure;
    });
    Task<Integer> other = twin.call(() -> 1);
    ShutdownReport report = fabric.close(GRACE);
    assertThat(report).isEqualTo(ShutdownReport.CLEAN);
    assertThat(other.join()).isEqualTo(1);
    assertThat(recorder.failures).hasSize(1);
    Failure reported = recorder.failures.get(0);
    assertThat(reported.name()).matches("Users\\.load-\\d+");
    assertThat(reported.method()).isEqualTo("load");
    assertThat(reported.cause()).isSameAs(failure);
    assertThat(reported.thread()).isSameAs(thread.get());
    assertThat(reported.decision()).isEqualTo(Then.CONTINUE);
  }

  @Test
  void anErrorThatNobodyWaitsForFailsTheFabric() {
    AssertionError error = new AssertionError("broken");
    weaving.twin("load").make().tell(() -> {
      throw error;
    });
    assertThatThrownBy(fabric::join)
        .isInstanceOf(FabricFailedException.class)
        .cause()
        .isSameAs(error);
    assertThat(recorder.causes()).containsExactly(error);
  }

  @Test
  void whoCanAskForAFailureIsTheOnlyOneToldOfIt() {
    Twin twin = weaving.twin("load").make();
    assertThatThrownBy(() -> twin.run(() -> {
              throw new IOException("no page");
            })
            .join())
        .hasCauseInstanceOf(IOException.class);
    fabric.close(GRACE);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aVoidTwinThatIsCancelledByTheEndOfTheGraceIsNotReported() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    weaving.twin("load").make().tell(() -> forEver(entered, interrupted));
    Eventually.passes(entered);
    assertThat(fabric.close(Duration.ZERO).cancelled()).isEqualTo(1);
    Eventually.passes(interrupted);
    assertThat(recorder.failures).isEmpty();
  }

  // ---- THR.3, THR.4: daemons

  @Test
  void thr3_daemonOrNotIsSettledByTheDeclaration() {
    for (Twin twin :
        List.of(weaving.twin("a").make(), weaving.twin("b").daemon().make())) {
      assertThat(twin.call(() -> {
                Thread.currentThread().setDaemon(false);
                return 1;
              })
              .joinOr(2))
          .isEqualTo(2);
    }
  }

  @Test
  void thr4_aDaemonIsInterruptedAndNotWaitedForWhoeverCalledIt() throws Exception {
    CountDownLatch entered = new CountDownLatch(2);
    CountDownLatch interrupted = new CountDownLatch(2);
    Twin daemon = weaving.twin("watch").daemon().make();
    Task<Void> fromMain = daemon.call(() -> forEver(entered, interrupted));
    Task<Void> fromTask = fabric
        .submit("caller", () -> daemon.call(() -> forEver(entered, interrupted)))
        .join();
    Eventually.passes(entered);
    assertThat(fromMain.isDaemon()).isTrue();
    assertThat(fromTask.isDaemon()).isTrue();
    assertThat(fabric.close(GRACE)).isEqualTo(ShutdownReport.CLEAN);
    Eventually.passes(interrupted);
    assertThat(fromMain.isCancelled()).isTrue();
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void thr4_anOrdinaryTaskIsWaitedForWhoeverCalledIt() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Twin twin = weaving.twin("load").make();
    Task<Task<String>> caller = weaving
        .twin("call")
        .daemon()
        .make()
        .call(() -> twin.call(() -> {
          leave.await();
          return "done";
        }));
    Task<String> task = caller.join();
    assertThat(task.isDaemon()).isFalse();
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(GRACE)).blocked();
    leave.countDown();
    assertThat(closing.result()).isEqualTo(ShutdownReport.CLEAN);
    assertThat(task.join()).isEqualTo("done");
  }

  @Test
  void daemonsOfALaneHoldUpNoCloseEither() throws Exception {
    Lane lane = weaving.lane("a", 1);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Twin daemon = weaving.twin("watch").lane(lane).daemon().make();
    Task<Void> running = daemon.call(() -> forEver(entered, interrupted));
    Task<Void> queued = daemon.call(() -> forEver(entered, interrupted));
    Eventually.passes(entered);
    assertThat(fabric.close(GRACE)).isEqualTo(ShutdownReport.CLEAN);
    Eventually.passes(interrupted);
    assertThat(running.isCancelled()).isTrue();
    assertThat(queued.isCancelled()).isTrue();
    Eventually.until(() -> recorder.ended.contains("Users.a-1"));
  }

  // ---- Delays

  @Test
  void aDelayedTwinBeginsWhenItsTimeHasCome() {
    ManualSeam seam = control();
    Twin late = weaving.twin("late").delay(Duration.ofSeconds(1)).make();
    Task<Integer> task = late.call(() -> 1);
    Task<Integer> cancelled = late.call(() -> 2);
    assertThat(fabric.tasks()).isEqualTo(List.of(task, cancelled));
    assertThat(task.threadId()).isEmpty();
    assertThat(cancelled.cancel()).isTrue();
    assertThat(fabric.tasks()).isEqualTo(List.of(task));
    seam.pass(Duration.ofSeconds(1));
    assertThat(task.join()).isEqualTo(1);
    assertThat(task.threadId()).isNotEmpty();
    assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
  }

  @Test
  void aDelayedTwinOfALaneIsNotRunBeforeItsTimeByWhoJoinsIt() {
    ManualSeam seam = control();
    Lane lane = weaving.lane("a", 1);
    Twin late = weaving
        .twin("late")
        .lane(lane)
        .callerRuns()
        .delay(Duration.ofSeconds(1))
        .make();
    Task<Long> task = late.call(seam::seconds);
    Side<Long> joining = Side.call(task::join).blocked();
    seam.pass(Duration.ofSeconds(1));
    assertThat(joining.result()).isEqualTo(1); // by that thread, or the one of the lane
  }

  @Test
  void life4_closingCancelsWhatIsDelayed() {
    Twin late = weaving.twin("late").delay(Duration.ofHours(1)).make();
    Task<Integer> task = late.call(() -> 1);
    late.tell(() -> {
      throw new IOException("never");
    });
    ShutdownReport report = fabric.close(GRACE);
    assertThat(report.clean()).isTrue();
    assertThat(report.cancelled()).isEqualTo(2);
    assertThat(task.isCancelled()).isTrue();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void manyDelayedTasksAreCancelledOneByOneInNoTime() {
    Twin late = weaving.twin("late").delay(Duration.ofHours(1)).make();
    List<Task<Integer>> tasks = new ArrayList<>();
    for (int i = 0; i < 200_000; i++) {
      tasks.add(late.call(() -> 1));
    }
    for (int i = 0; i < tasks.size(); i += 2) {
      assertThat(tasks.get(i).cancel()).isTrue();
    }
    assertThat(fabric.tasks()).hasSize(100_000);
    assertThat(fabric.close(GRACE).cancelled()).isEqualTo(100_000);
  }

  // ---- Timeouts

  @Test
  void aTimeoutFailsTheTaskAndInterruptsItsBody() throws Exception {
    ManualSeam seam = control();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Twin twin = weaving.twin("load").timeout(Duration.ofMillis(300)).make();
    Task<Void> task = twin.call(() -> forEver(entered, interrupted));
    List<Throwable> called = new CopyOnWriteArrayList<>();
    task.onFailure(called::add);
    Eventually.passes(entered);
    seam.pass(Duration.ofMillis(299));
    assertThat(task.isDone()).isFalse();
    seam.pass(Duration.ofMillis(1));
    Eventually.passes(interrupted);
    assertThatThrownBy(task::join)
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(TimeoutException.class)
        .hasMessageContaining(task.name());
    assertThatThrownBy(task::get).hasCauseInstanceOf(TimeoutException.class);
    assertThat(task.isCancelled()).isFalse();
    assertThat(task.isDone()).isTrue();
    Eventually.until(() -> called.size() == 1 && fabric.threads().isEmpty());
    assertThat(called.get(0)).isInstanceOf(TimeoutException.class);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aTaskThatEndsInTimeIsNotInterruptedLater() {
    ManualSeam seam = control();
    Lane lane = weaving.lane("a", 1);
    Twin twin = weaving.twin("load").lane(lane).timeout(Duration.ofMillis(300)).make();
    assertThat(twin.call(() -> 1).join()).isEqualTo(1);
    seam.pass(Duration.ofSeconds(1));
    assertThat(lane.submit(Thread::interrupted).join()).isFalse();
  }

  @Test
  void aTimeoutOfATaskThatWaitsForAThreadLetsItNeverRun() throws Exception {
    ManualSeam seam = control();
    Lane lane = weaving.lane("a", 1);
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    lane.submit(() -> {
      entered.countDown();
      leave.await();
      return 1;
    });
    Eventually.passes(entered);
    AtomicInteger ran = new AtomicInteger();
    Twin twin = weaving.twin("load").lane(lane).timeout(Duration.ofMillis(300)).make();
    Task<Integer> task = twin.call(ran::incrementAndGet);
    seam.pass(Duration.ofMillis(300));
    assertThatThrownBy(task::join).hasCauseInstanceOf(TimeoutException.class);
    leave.countDown();
    assertThat(lane.submit(ran::get).join()).isZero();
    assertThat(task.threadId()).isEmpty();
  }

  @Test
  void theTimeoutOfAVoidTwinIsReportedOnce() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    Twin twin = weaving.twin("load").timeout(Duration.ofMillis(20)).make();
    twin.tell(() -> forEver(entered, interrupted));
    Eventually.until(() -> !recorder.failures.isEmpty());
    fabric.close(GRACE);
    assertThat(recorder.failures).hasSize(1);
    assertThat(recorder.failures.get(0).cause()).isInstanceOf(TimeoutException.class);
    assertThat(recorder.failures.get(0).method()).isEqualTo("load");
  }

  @Test
  void aSlowCallbackOfATimeoutHoldsUpNoTimer() throws Exception {
    ManualSeam seam = control();
    CountDownLatch leave = new CountDownLatch(1);
    CountDownLatch inCallback = new CountDownLatch(1);
    Twin twin = weaving.twin("load").timeout(Duration.ofMillis(20)).make();
    twin.call(() -> forEver(new CountDownLatch(1), new CountDownLatch(1))).onFailure(failure -> {
      inCallback.countDown();
      Eventually.stubbornly(leave);
    });
    seam.pass(Duration.ofMillis(20));
    Eventually.passes(inCallback);
    Task<Void> other = fabric.after(Duration.ofMillis(1), "other", () -> {});
    seam.pass(Duration.ofMillis(1));
    other.join();
    leave.countDown();
  }

  // ---- Futures

  @Test
  void cancellingTheFutureCancelsTheTaskAndInterruptsItsBody() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch interrupted = new CountDownLatch(1);
    CompletableFuture<Void> future =
        weaving.twin("load").make().future(() -> forEver(entered, interrupted));
    Eventually.passes(entered);
    assertThat(future.cancel(false)).isTrue();
    assertThat(future.isCancelled()).isTrue();
    Eventually.passes(interrupted);
    assertThatThrownBy(future::get).isInstanceOf(CancellationException.class);
    assertThatThrownBy(future::join).isInstanceOf(CancellationException.class);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aFutureFailsAsItsTask() {
    IOException failure = new IOException("no page");
    CompletableFuture<Integer> future = weaving.twin("load").make().future(() -> {
      throw failure;
    });
    assertThatThrownBy(future::get)
        .isInstanceOf(ExecutionException.class)
        .cause()
        .isSameAs(failure);
    assertThatThrownBy(future::join)
        .isInstanceOf(CompletionException.class)
        .cause()
        .isSameAs(failure);
    assertThat(future.handle((result, thrown) -> thrown).join()).isSameAs(failure);
  }

  @Test
  void aFutureIsOneOfTheJdk() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    Twin twin = weaving.twin("load").make();
    CompletableFuture<String> future = twin.future(() -> {
      leave.await();
      return "page";
    });
    assertThatThrownBy(() -> future.get(20, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    CompletableFuture<String> impatient =
        future.copy().completeOnTimeout("none", 10, TimeUnit.MILLISECONDS);
    assertThat(impatient.join()).isEqualTo("none");
    Side<String> joining = Side.call(future.thenApply(page -> page + "s")::join).blocked();
    Side<Integer> getting =
        Side.call(() -> future.thenApply(String::length).get(1, TimeUnit.DAYS)).blocked();
    leave.countDown();
    assertThat(joining.result()).isEqualTo("pages");
    assertThat(getting.result()).isEqualTo(4);
    assertThat(future.isDone()).isTrue();
  }

  @Test
  void joiningAFutureIsNotInterruptible() throws Exception {
    CountDownLatch leave = new CountDownLatch(1);
    CompletableFuture<String> future = weaving.twin("load").make().future(() -> {
      leave.await();
      return "page";
    });
    Side<Boolean> joining =
        Side.call(() -> future.join().equals("page") && Thread.currentThread().isInterrupted());
    joining.parked().interrupt().blocked();
    leave.countDown();
    assertThat(joining.result()).isTrue();
    Side<String> getting = Side.call(() -> new CompletableFuture<String>().get());
    getting.interrupt();
    assertThat(getting.failure()).isInstanceOf(InterruptedException.class);
  }

  // ---- Closed

  @Test
  void aTwinOfAClosedFabricRefusesAndNamesFabricAndMethod() {
    Lane lane = weaving.lane("a", 1);
    List<Twin> twins = List.of(
        weaving.twin("load").make(),
        weaving.twin("load").lane(lane).make(),
        weaving.twin("load").delay(Duration.ofSeconds(1)).make(),
        weaving.twin("load").timeout(Duration.ofSeconds(1)).make());
    fabric.close();
    for (Twin twin : twins) {
      for (Body call : List.<Body>of(
          () -> twin.call(() -> 1),
          () -> twin.run(() -> {}),
          () -> twin.tell(() -> {}),
          () -> twin.future(() -> 1),
          () -> twin.futureOf(() -> {}))) {
        assertThatThrownBy(call::run)
            .isInstanceOf(FabricClosedException.class)
            .hasMessageContaining("desk")
            .hasMessageContaining("Users.load");
      }
    }
    assertThat(fabric.tasks()).isEmpty();
  }

  @Test
  void twinsThatDrainingHandlersCallAreServed() throws Exception {
    Lane lane = weaving.lane("a", 1);
    Twin store = weaving.twin("store").lane(lane).make();
    Twin load = weaving.twin("load").make();
    List<Integer> stored = new CopyOnWriteArrayList<>();
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Channel<Integer> in = weaving.<Integer>channel("in").make();
    weaving.consumer("take", in).runs((Integer number) -> {
      entered.countDown();
      leave.await();
      load.tell(() -> store.tell(() -> stored.add(number)));
    });
    weaving.register();
    fabric.start();
    for (int i = 0; i < 10; i++) {
      in.send(i);
    }
    Eventually.passes(entered);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(GRACE)).blocked();
    assertThatThrownBy(() -> load.tell(() -> {})).isInstanceOf(FabricClosedException.class);
    leave.countDown();
    assertThat(closing.result()).isEqualTo(ShutdownReport.CLEAN);
    assertThat(stored).containsExactlyInAnyOrder(0, 1, 2, 3, 4, 5, 6, 7, 8, 9);
  }

  // ---- TLS

  @Test
  void tls1_theInitialValueIsMadeOncePerThread() throws Exception {
    AtomicInteger made = new AtomicInteger();
    ThreadLocal<int[]> local = ThreadLocal.withInitial(() -> {
      int[] value = {0, 0};
      value[0] = made.incrementAndGet();
      value[1] = value[0];
      return value;
    });
    Twin twin = weaving.twin("use").make();
    List<Task<Boolean>> tasks = new ArrayList<>();
    for (int i = 0; i < 10; i++) {
      tasks.add(twin.call(() -> {
        int[] first = local.get();
        int[] second = local.get();
        return first == second && first[0] == first[1];
      }));
    }
    assertThat(Task.all(tasks).join()).containsOnly(true);
    assertThat(made).hasValue(10);
    assertThat(twin.call(() -> {
              int[] first = local.get();
              local.remove();
              return first == local.get();
            })
            .join())
        .isFalse();
  }

  @Test
  void tls2_valuesDieWithTheirTask() throws Exception {
    ThreadLocal<Object> local = new ThreadLocal<>();
    Twin twin = weaving.twin("use").make();
    List<WeakReference<Object>> values = new ArrayList<>();
    List<Task<WeakReference<Object>>> tasks = new ArrayList<>();
    for (int i = 0; i < 100; i++) {
      tasks.add(twin.call(() -> {
        Object value = new Object();
        local.set(value);
        return new WeakReference<>(value);
      }));
    }
    for (Task<WeakReference<Object>> task : tasks) {
      values.add(task.join());
    }
    Eventually.until(() -> {
      System.gc();
      return values.stream().filter(value -> value.get() != null).count() <= 1;
    });
  }
}
