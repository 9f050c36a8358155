package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Fabric;
import io.lappet.FabricClosedException;
import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Delayed and limited tasks in whole programs. */
class OneShotRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  abstract static class Shots {
    private final Log log;

    Shots(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    String fire(String what) throws InterruptedException {
      log.add(what);
      fabric().sleep(ms(300));
      log.add(what + " done");
      return what;
    }

    @Async(delay = "200ms")
    abstract Task<String> fireAsync(String what);

    @Async(value = "fire", delay = "200ms", timeout = "350ms")
    abstract Task<String> fireBriefly(String what);

    @Async(value = "fire", delay = "0s")
    abstract Task<String> fireNow(String what);

    @Async(value = "fire", delay = "200ms", daemon = true)
    abstract CompletableFuture<String> fireUnseen(String what);

    void fail(String what) {
      throw new IllegalStateException(what);
    }

    @Async(delay = "200ms")
    abstract void failAsync(String what);
  }

  // THR.1: what a task says of itself before it begins, inside, and afterwards.
  @LappetTest(seeds = 5)
  void aDelayedTaskIsListedAndHasNoThreadBeforeItBegins(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Shots c = new WovenOneShotRulesTest_Shots(fabric, log); // tasks are served before the start
    Task<String> task = c.fireAsync("a");
    assertThat(task.join(ms(100))).isFalse();
    assertThat(task.isRunning()).isFalse();
    assertThat(task.threadId()).isEmpty();
    assertThat(fabric.tasks()).hasSize(1);
    assertThat(fabric.threads()).isEmpty();
    fabric.advance(ms(150));
    assertThat(task.isRunning()).isTrue();
    assertThat(task.threadId()).isPresent();
    assertThat(fabric.threads()).hasSize(1);
    assertThat(task.get(1, TimeUnit.HOURS)).isEqualTo("a");
    assertThat(log.lines()).containsExactly("a@200", "a done@500");
    assertThat(task.isRunning()).isFalse();
    assertThat(task.threadId()).isPresent();
    assertThat(fabric.tasks()).isEmpty();
    assertThat(task.cancel(true)).isFalse();
    assertThat(task.isCancelled()).isFalse();
  }

  // Design 6.10: the limit counts from the call, before and while the body runs; nobody is late.
  @LappetTest(seeds = 5)
  void theLimitOfADelayedTaskCountsFromItsCall(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Shots c = fabric.start(new WovenOneShotRulesTest_Shots(fabric, log));
    Task<String> briefly = c.fireBriefly("briefly");
    assertThat(briefly.join(Duration.ofSeconds(1))).isTrue();
    assertThat(log.lines()).containsExactly("briefly@200");
    assertThat(log.now()).isEqualTo(350);
    assertThatThrownBy(briefly::get)
        .isInstanceOf(ExecutionException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThatThrownBy(briefly::join)
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(TimeoutException.class);
    assertThat(briefly.isCancelled()).isFalse();
    fabric.advance(ms(1000));
    assertThat(log.lines()).hasSize(1);
  }

  // TMR.3, POOL.7, POOL.8: cancelling before, during and after; one callback per outcome.
  @LappetTest(seeds = 5)
  void cancellingBeforeDuringAndAfter(TestFabric fabric) {
    Log log = new Log(fabric);
    Shots c = fabric.start(new WovenOneShotRulesTest_Shots(fabric, log));
    Task<String> before = c.fireAsync("before");
    Task<String> during = c.fireAsync("during");
    Task<String> gently = c.fireAsync("gently");
    before.onSuccess(value -> log.add("wrong"));
    before.onFailure(failure -> log.add(failure.getClass().getSimpleName()));
    fabric.advance(ms(100));
    assertThat(before.cancel(false)).isTrue();
    assertThat(before.cancel(true)).isFalse();
    fabric.settle();
    assertThat(log.lines()).containsExactly("CancellationException@100");
    fabric.advance(ms(150));
    assertThat(during.cancel(true)).isTrue();
    assertThat(gently.cancel(false)).isTrue();
    fabric.advance(ms(1000));
    assertThat(log.texts())
        .containsExactlyInAnyOrder("CancellationException", "during", "gently", "gently done");
    assertThatThrownBy(gently::join).isInstanceOf(CancellationException.class);
    List<String> late = new ArrayList<>();
    gently.onFailure(failure -> late.add("at once"));
    assertThat(late).containsExactly("at once");
    assertThat(fabric.tasks()).isEmpty();
  }

  // Rule 2: a delay of zero or less means now, and so does a moment of the past; the largest ones
  // never come.
  @LappetTest(seeds = 5)
  void theSmallestAndTheLargestDelays(TestFabric fabric) {
    Log log = new Log(fabric);
    Shots c = fabric.start(new WovenOneShotRulesTest_Shots(fabric, log));
    c.fireNow("now");
    fabric.after(Duration.ofSeconds(Long.MIN_VALUE), "past", () -> log.add("past"));
    fabric.at(Instant.MIN, "first", () -> log.add("first"));
    Task<Void> never =
        fabric.after(Duration.ofSeconds(Long.MAX_VALUE, 999_999_999), "never", () -> log.add("no"));
    Task<Void> last = fabric.at(Instant.MAX, "last", () -> log.add("no"));
    fabric.settle();
    assertThat(log.lines()).containsExactlyInAnyOrder("now@0", "past@0", "first@0");
    fabric.advance(Duration.ofDays(36_500));
    fabric.jump(Duration.ofDays(36_500));
    fabric.jump(Duration.ofDays(-100_000));
    fabric.settle();
    assertThat(never.isDone()).isFalse();
    assertThat(last.isDone()).isFalse();
    ShutdownReport report = fabric.close(Duration.ZERO);
    assertThat(report.clean()).isTrue();
    assertThat(report.cancelled()).isEqualTo(2);
    assertThat(never.isCancelled()).isTrue();
    assertThat(last.isCancelled()).isTrue();
  }

  // LIFE.4 and rule 14: closing cancels what is delayed, tells those who wait, and counts it; a
  // body that runs is waited for; a twin that is called afterwards names fabric and method.
  @LappetTest(seeds = 5)
  void closingCancelsWhatIsDelayedAndWaitsForWhatRuns(TestFabric fabric) {
    Log log = new Log(fabric);
    Shots c = fabric.start(new WovenOneShotRulesTest_Shots(fabric, log));
    Task<String> runs = c.fireNow("runs");
    Task<String> pends = c.fireAsync("pends");
    CompletableFuture<String> unseen = c.fireUnseen("unseen");
    fabric.after(Duration.ofHours(1), "hour", () -> log.add("hour"));
    Task<String> waits = fabric.submit("waits", () -> {
      try {
        return pends.join();
      } catch (CancellationException e) {
        log.add("told");
        return "told";
      }
    });
    fabric.advance(ms(100));
    ShutdownReport report = fabric.close(ms(1000));
    assertThat(report.clean()).isTrue();
    assertThat(report.cancelled()).isEqualTo(3);
    assertThat(report.stuck()).isEmpty();
    assertThat(log.lines()).containsExactly("runs@0", "told@100", "runs done@300");
    assertThat(runs.join()).isEqualTo("runs");
    assertThat(waits.join()).isEqualTo("told");
    assertThat(pends.isCancelled()).isTrue();
    assertThat(unseen).isCancelled();
    assertThatThrownBy(() -> c.fireAsync("late"))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining(fabric.name())
        .hasMessageContaining("fire");
  }

  // Rules 7 and 8: a void twin that fails is reported once, with its thread; one whose task was
  // cancelled is not.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aDelayedVoidTwinThatFailsIsReportedOnceAndACancelledOneNever(long seed) {
    TestFabric fabric = Steps.fabric(seed, failures);
    Shots c = fabric.start(new WovenOneShotRulesTest_Shots(fabric, new Log(fabric)));
    c.failAsync("one");
    fabric.advance(ms(150));
    c.failAsync("two"); // closing takes it back
    fabric.advance(ms(100));
    fabric.close();
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).cause()).hasMessage("one");
    assertThat(failures.get(0).method()).contains("fail");
    assertThat(failures.get(0).name()).startsWith("Shots.fail");
    assertThat(failures.get(0).thread().getName()).startsWith("Shots.fail");
  }

  // Rule 10: without a seed, tasks due at one instant start in the order in which they were made.
  @LappetTest
  void manyTasksOfOneInstantStartInTheOrderInWhichTheyWereMade(TestFabric fabric) {
    Log log = new Log(fabric);
    List<Integer> delays = List.of(3, 1, 2);
    for (int i = 0; i < 60; i++) {
      int number = i;
      fabric.after(ms(100L * delays.get(i % 3)), "task", () -> log.add(number));
    }
    fabric.advance(ms(300));
    List<String> expected = new ArrayList<>();
    for (int first : new int[] {1, 2, 0}) {
      int at = 100 * delays.get(first);
      IntStream.iterate(first, i -> i < 60, i -> i + 3).forEach(i -> expected.add(i + "@" + at));
    }
    assertThat(log.lines()).containsExactlyElementsOf(expected);
  }

  // A future of a twin under test: who waits for it lets others go on, and a limit moves the clock.
  @LappetTest(seeds = 5)
  void whoWaitsForAFutureOfATwinMovesTheClockAsFarAsItsLimit(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Shots c = fabric.start(new WovenOneShotRulesTest_Shots(fabric, log));
    CompletableFuture<String> future = c.fireUnseen("a").thenApply(what -> what + "!");
    assertThatThrownBy(() -> future.get(400, TimeUnit.MILLISECONDS))
        .isInstanceOf(TimeoutException.class);
    assertThat(log.now()).isEqualTo(400);
    assertThat(future.get(1, TimeUnit.DAYS)).isEqualTo("a!");
    assertThat(log.now()).isEqualTo(500);
  }

  abstract static class Relay {
    private final Log log;
    private boolean sent;

    Relay(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @Producer(to = "runners")
    String start() {
      if (sent) {
        return null;
      }
      sent = true;
      return "baton";
    }

    @Consumer(from = "runners")
    void run(String what) throws InterruptedException {
      fabric().sleep(ms(100));
      log.add(what);
      finishAsync(what);
      laterAsync(what);
    }

    void finish(String what) throws InterruptedException {
      fabric().sleep(ms(100));
      log.add("finish " + what);
    }

    @Async
    abstract void finishAsync(String what);

    void later(String what) {
      log.add("later " + what);
    }

    @Async(delay = "10ms")
    abstract Task<Void> laterAsync(String what);
  }

  // Design 13: twins called by draining handlers are accepted and waited for; delayed ones are not
  // waited for, also those that are called meanwhile.
  @LappetTest(seeds = 5)
  void aTwinThatADrainingHandlerCallsIsWaitedForUnlessItIsDelayed(TestFabric fabric) {
    Log log = new Log(fabric);
    fabric.start(new WovenOneShotRulesTest_Relay(fabric, log));
    fabric.advance(ms(50));
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.lines()).containsExactly("baton@100", "finish baton@200");
  }
}
