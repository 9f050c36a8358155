package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A body that is suspended and resumed, with a value each way. */
@Timeout(60)
class CoroutineTest {
  private final Recorder recorder = new Recorder();
  private final List<String> events = new CopyOnWriteArrayList<>();
  private Fabric fabric = Fabric.builder().name("desk").listener(recorder).build();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
    Eventually.until(() -> recorder.started.size() == recorder.ended.size());
    assertThat(fabric.threads()).isEmpty();
  }

  /** One that suspends with 1, 2, 3 and so on, and notes when it is unwound. */
  private Coroutine<String, Integer> counter() {
    return fabric.coroutine("count", (first, self) -> {
      try {
        for (int i = 1; ; i++) {
          events.add(self.suspend(i));
        }
      } finally {
        events.add("unwound");
      }
    });
  }

  // ---- CORO.1: two bodies take turns exactly at their switches

  @Test
  void twoBodiesTakeTurnsExactlyAtTheirSwitches() {
    Coroutine<Void, Void> after = fabric.coroutine("after", (first, self) -> {
      events.add("12");
      self.suspend(null);
      events.add("34");
      self.suspend(null);
      return null;
    });
    Coroutine<Void, Void> between = fabric.coroutine("between", (first, self) -> {
      events.add("56");
      self.suspend(null);
      events.add("78");
      return null;
    });
    after.resume(null);
    between.resume(null);
    after.resume(null);
    between.resume(null);
    assertThat(events).containsExactly("12", "56", "34", "78");
    assertThat(after.isDone()).isFalse();
    assertThat(between.isDone()).isTrue();
  }

  @Test
  void oneThatIsSuspendedDoesNotKeepTheProgramAlive() throws Exception {
    try (Program program = Program.start(Suspended.class)) {
      program.printed("suspended");
      assertThat(program.exitCode()).isZero();
    }
  }

  /** Leaves a coroutine suspended, and its fabric open. */
  static final class Suspended {
    public static void main(String[] args) {
      Fabric fabric = Fabric.create();
      fabric.coroutine("idle", (first, self) -> self.suspend(1)).resume(null);
      System.out.println("suspended");
    }
  }

  @Test
  void valuesTravelBothWays() {
    Coroutine<Integer, String> adder = fabric.coroutine("add", (first, self) -> {
      int sum = first;
      for (int i = 0; i < 2; i++) {
        sum += self.suspend("so far " + sum);
      }
      return "at last " + sum;
    });
    assertThat(adder.resume(1)).isEqualTo("so far 1");
    assertThat(adder.resume(2)).isEqualTo("so far 3");
    assertThat(adder.isDone()).isFalse();
    assertThat(adder.resume(3)).isEqualTo("at last 6");
    assertThat(adder.isDone()).isTrue();
  }

  @Test
  void valuesMayBeNull() {
    Coroutine<String, String> echo =
        fabric.coroutine("echo", (first, self) -> self.suspend(self.suspend(first)));
    assertThat(echo.resume(null)).isNull();
    assertThat(echo.resume(null)).isNull();
    assertThat(echo.resume(null)).isNull();
    assertThat(echo.isDone()).isTrue();
  }

  @Test
  void aSwitchIsVisibleToBothSides() {
    int[] plain = {0};
    Coroutine<Void, Void> body = fabric.coroutine("plain", (first, self) -> {
      while (true) {
        plain[0]++;
        self.suspend(null);
      }
    });
    for (int i = 0; i < 10_000; i++) {
      plain[0]++;
      body.resume(null);
    }
    assertThat(plain[0]).isEqualTo(20_000);
    body.close();
  }

  // ---- CORO.2: a failure arrives at whoever resumed

  @Test
  void aFailureArrivesAtWhoeverResumed() {
    IllegalArgumentException failure = new IllegalArgumentException("third");
    Coroutine<Void, Integer> body = fabric.coroutine("fail", (first, self) -> {
      self.suspend(1);
      throw failure;
    });
    assertThat(body.resume(null)).isEqualTo(1);
    assertThatThrownBy(() -> body.resume(null)).isSameAs(failure);
    assertThat(body.isDone()).isTrue();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aCheckedFailureArrivesInTaskFailedException() {
    IOException failure = new IOException("disk");
    Coroutine<Void, Integer> body = fabric.coroutine("fail", (first, self) -> {
      throw failure;
    });
    assertThatThrownBy(() -> body.resume(null))
        .isInstanceOf(TaskFailedException.class)
        .hasMessageContaining("fail-1")
        .cause()
        .isSameAs(failure);
    assertThat(body.isDone()).isTrue();
  }

  @Test
  void anErrorArrivesAsItIs() {
    AssertionError error = new AssertionError("bug");
    Coroutine<Void, Integer> body = fabric.coroutine("fail", (first, self) -> {
      throw error;
    });
    assertThatThrownBy(() -> body.resume(null)).isSameAs(error);
    assertThat(fabric.state()).isEqualTo(Fabric.State.NEW);
  }

  @Test
  void anOuterOneMayCatchTheFailureOfAnInnerOne() {
    IOException failure = new IOException("disk");
    Coroutine<Void, String> inner = fabric.coroutine("inner", (first, self) -> {
      self.suspend("alive");
      throw failure;
    });
    Coroutine<Void, String> outer = fabric.coroutine("outer", (first, self) -> {
      self.suspend(inner.resume(null));
      try {
        return inner.resume(null);
      } catch (TaskFailedException e) {
        return "caught " + e.getCause().getMessage();
      }
    });
    assertThat(outer.resume(null)).isEqualTo("alive");
    assertThat(outer.resume(null)).isEqualTo("caught disk");
    assertThat(inner.isDone()).isTrue();
    assertThat(outer.isDone()).isTrue();
  }

  @Test
  void failuresAreNotNested() {
    IOException failure = new IOException("disk");
    Coroutine<Void, String> inner = fabric.coroutine("inner", (first, self) -> {
      throw failure;
    });
    Coroutine<Void, String> outer = fabric.coroutine("outer", (first, self) -> inner.resume(null));
    assertThatThrownBy(() -> outer.resume(null))
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(failure);
  }

  @Test
  void oneThatIsDoneCannotBeResumed() {
    Coroutine<Void, Integer> body = fabric.coroutine("once", (first, self) -> 1);
    assertThat(body.resume(null)).isEqualTo(1);
    assertThatThrownBy(() -> body.resume(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("once-1 has ended");
    assertThatThrownBy(() -> body.raise(new IOException()))
        .isInstanceOf(IllegalStateException.class);
    body.close();
    assertThat(body.isDone()).isTrue();
  }

  // ---- raise

  @Test
  void whatIsRaisedIsThrownAtTheSuspension() {
    Coroutine<String, String> body = fabric.coroutine("catch", (first, self) -> {
      try {
        return self.suspend("ready");
      } catch (IllegalStateException e) {
        return self.suspend("caught " + e.getMessage());
      }
    });
    assertThat(body.resume(null)).isEqualTo("ready");
    assertThat(body.raise(new IllegalStateException("stop"))).isEqualTo("caught stop");
    assertThat(body.resume("end")).isEqualTo("end");
  }

  @Test
  void whatIsRaisedAndNotCaughtComesBack() {
    Coroutine<String, Integer> body = counter();
    body.resume(null);
    IllegalStateException failure = new IllegalStateException("stop");
    assertThatThrownBy(() -> body.raise(failure)).isSameAs(failure);
    assertThat(events).containsExactly("unwound");
    assertThat(body.isDone()).isTrue();
  }

  @Test
  void evenACheckedFailureCanBeRaised() {
    Coroutine<String, Integer> body = counter();
    body.resume(null);
    IOException failure = new IOException("disk");
    assertThatThrownBy(() -> body.raise(failure))
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(failure);
  }

  @Test
  void whatIsRaisedBeforeTheBeginningComesOutAtOnce() {
    Coroutine<String, Integer> body = counter();
    IllegalStateException failure = new IllegalStateException("stop");
    assertThatThrownBy(() -> body.raise(failure)).isSameAs(failure);
    assertThat(body.isDone()).isTrue();
    assertThat(recorder.started).isEmpty();
    assertThat(events).isEmpty();
  }

  @Test
  void nullCannotBeRaised() {
    Coroutine<String, Integer> body = counter();
    body.resume(null);
    assertThatThrownBy(() -> body.raise(null)).isInstanceOf(NullPointerException.class);
    assertThat(body.resume("go on")).isEqualTo(2);
  }

  // ---- Who may resume

  @Test
  void oneCannotResumeOrCloseItself() {
    AtomicReference<Coroutine<Void, String>> itself = new AtomicReference<>();
    itself.set(fabric.coroutine("self", (first, self) -> {
      assertThatThrownBy(() -> itself.get().resume(null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("self-1");
      assertThatThrownBy(() -> itself.get().raise(new IOException()))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> itself.get().close()).isInstanceOf(IllegalStateException.class);
      assertThat(itself.get().isDone()).isFalse();
      return "unharmed";
    }));
    assertThat(itself.get().resume(null)).isEqualTo("unharmed");
  }

  @Test
  void noneCanResumeOrCloseTheOneThatHasResumedIt() {
    AtomicReference<Coroutine<Void, String>> outer = new AtomicReference<>();
    Coroutine<Void, String> inner = fabric.coroutine("inner", (first, self) -> {
      assertThatThrownBy(() -> outer.get().resume(null))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("outer-2");
      assertThatThrownBy(() -> outer.get().close()).isInstanceOf(IllegalStateException.class);
      return "unharmed";
    });
    outer.set(fabric.coroutine("outer", (first, self) -> inner.resume(null)));
    assertThat(outer.get().resume(null)).isEqualTo("unharmed");
  }

  @Test
  void twoMayResumeEachOtherInTurn() {
    AtomicReference<Coroutine<Integer, Integer>> pong = new AtomicReference<>();
    Coroutine<Integer, Integer> ping = fabric.coroutine("ping", (first, self) -> {
      int value = first;
      while (value < 10) {
        value = self.suspend(pong.get().resume(value + 1));
      }
      return value;
    });
    pong.set(fabric.coroutine("pong", (first, self) -> {
      int value = first;
      while (true) {
        value = self.suspend(value + 1);
      }
    }));
    int value = 0;
    while (!ping.isDone()) {
      value = ping.resume(value);
    }
    assertThat(value).isEqualTo(10);
    pong.get().close();
  }

  @Test
  void oneThatRunsCannotBeResumedByAnotherThread() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, String> body = fabric.coroutine("busy", (first, self) -> {
      entered.countDown();
      leave.await();
      return "done";
    });
    Side<String> first = Side.call(() -> body.resume(null));
    Eventually.passes(entered);
    assertThatThrownBy(() -> body.resume(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("busy-1 is running");
    leave.countDown();
    assertThat(first.result()).isEqualTo("done");
  }

  @Test
  void anotherThreadMayResumeTheNextTime() {
    Coroutine<String, Integer> body = counter();
    assertThat(body.resume(null)).isEqualTo(1);
    assertThat(Side.call(() -> body.resume("a")).result()).isEqualTo(2);
    assertThat(body.resume("b")).isEqualTo(3);
    body.close();
    assertThat(events).containsExactly("a", "b", "unwound");
  }

  @Test
  void onlyTheBodySuspends() {
    AtomicReference<Coroutine.Self<Void, Integer>> leaked = new AtomicReference<>();
    Coroutine<Void, Integer> body = fabric.coroutine("leak", (first, self) -> {
      leaked.set(self);
      return self.suspend(1) == null ? 2 : 3;
    });
    body.resume(null);
    assertThatThrownBy(() -> leaked.get().suspend(9))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("leak-1");
    assertThat(body.resume(null)).isEqualTo(2);
    assertThatThrownBy(() -> leaked.get().suspend(9)).isInstanceOf(IllegalStateException.class);
  }

  // ---- Closing

  @Test
  void closingRunsTheFinallyBlocksAndMayBeRepeated() {
    Coroutine<String, Integer> body = counter();
    body.resume(null);
    body.close();
    assertThat(events).containsExactly("unwound");
    assertThat(fabric.threads()).isEmpty();
    assertThat(body.isDone()).isTrue();
    body.close();
    assertThat(events).containsExactly("unwound");
    assertThatThrownBy(() -> body.resume(null))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("count-1 was closed");
  }

  @Test
  void oneThatIsClosedBeforeItBeginsNeverDoes() {
    Coroutine<String, Integer> body = counter();
    body.close();
    assertThat(body.isDone()).isTrue();
    assertThatThrownBy(() -> body.resume(null)).isInstanceOf(IllegalStateException.class);
    assertThat(events).isEmpty();
    assertThat(recorder.started).isEmpty();
  }

  @Test
  void theSuspensionThrowsCancellationException() {
    AtomicReference<Throwable> seen = new AtomicReference<>();
    Coroutine<Void, Integer> body = fabric.coroutine("look", (first, self) -> {
      try {
        self.suspend(1);
      } catch (Throwable e) {
        seen.set(e);
        throw e;
      }
      return 2;
    });
    body.resume(null);
    body.close();
    assertThat(seen.get()).isInstanceOf(CancellationException.class).hasMessageContaining("look-1");
  }

  @Test
  void whatTheBodyThrowsThenComesOutOfClose() {
    IOException failure = new IOException("disk");
    Coroutine<Void, Integer> body = fabric.coroutine("fail", (first, self) -> {
      try {
        self.suspend(1);
      } catch (CancellationException e) {
        throw failure;
      }
      return 2;
    });
    body.resume(null);
    assertThatThrownBy(body::close)
        .isInstanceOf(TaskFailedException.class)
        .cause()
        .isSameAs(failure);
    body.close(); // only once
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void whatItReturnsThenIsForgotten() {
    Coroutine<Void, Integer> body = fabric.coroutine("calm", (first, self) -> {
      try {
        self.suspend(1);
      } catch (CancellationException e) {
        events.add("caught");
      }
      return 2;
    });
    body.resume(null);
    body.close();
    assertThat(events).containsExactly("caught");
    assertThatThrownBy(() -> body.resume(null)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aSuspensionWhileItIsClosedIsRefused() {
    Coroutine<Void, Integer> body = fabric.coroutine("late", (first, self) -> {
      try {
        self.suspend(1);
      } finally {
        try {
          self.suspend(2);
        } finally {
          events.add("unwound");
        }
      }
      return 3;
    });
    body.resume(null);
    body.close();
    assertThat(events).containsExactly("unwound");
    assertThat(body.isDone()).isTrue();
  }

  @Test
  void aBodyThatCatchesThatAgainAndAgainEndsNevertheless() {
    AtomicInteger refused = new AtomicInteger();
    Coroutine<Void, Integer> body = fabric.coroutine("stubborn", (first, self) -> {
      while (true) {
        try {
          self.suspend(1);
        } catch (RuntimeException e) {
          refused.incrementAndGet();
        }
      }
    });
    body.resume(null);
    body.close();
    assertThat(body.isDone()).isTrue();
    assertThat(refused).hasValueGreaterThan(1);
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void closingOneThatRunsEndsItAtItsNextSuspension() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, String> body = fabric.coroutine("busy", (first, self) -> {
      entered.countDown();
      try {
        leave.await();
        self.suspend("never seen");
      } finally {
        events.add("unwound");
      }
      return "nor that";
    });
    Side<String> resumer = Side.call(() -> body.resume(null));
    Eventually.passes(entered);
    Side<Void> closer = Side.run(body::close).blocked();
    assertThat(body.isDone()).isTrue();
    leave.countDown();
    closer.result();
    assertThat(resumer.failure())
        .isInstanceOf(CancellationException.class)
        .hasMessageContaining("busy-1 was closed");
    assertThat(events).containsExactly("unwound");
  }

  @Test
  void oneThatRunsToItsEndIsNotDisturbedByThat() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, String> body = fabric.coroutine("busy", (first, self) -> {
      entered.countDown();
      leave.await();
      return "done";
    });
    Side<String> resumer = Side.call(() -> body.resume(null));
    Eventually.passes(entered);
    Side<Void> closer = Side.run(body::close).blocked();
    leave.countDown();
    closer.result();
    assertThat(resumer.result()).isEqualTo("done");
    assertThatThrownBy(() -> body.resume(null)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void aFailureBelongsToWhoeverResumedAlsoIfSomebodyCloses() throws Exception {
    IOException failure = new IOException("disk");
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, String> body = fabric.coroutine("busy", (first, self) -> {
      entered.countDown();
      leave.await();
      throw failure;
    });
    Side<String> resumer = Side.call(() -> body.resume(null));
    Eventually.passes(entered);
    Side<Void> closer = Side.run(body::close).blocked();
    leave.countDown();
    closer.result();
    assertThat(resumer.failure()).hasCause(failure);
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void severalMayCloseAtOnce() throws Exception {
    CountDownLatch cleaning = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, Integer> body = fabric.coroutine("slow", (first, self) -> {
      try {
        return self.suspend(1) == null ? 2 : 3;
      } finally {
        cleaning.countDown();
        Eventually.stubbornly(leave);
        events.add("unwound");
      }
    });
    body.resume(null);
    List<Side<Void>> closers = List.of(Side.run(body::close), Side.run(body::close));
    Eventually.passes(cleaning);
    closers.forEach(Side::blocked);
    leave.countDown();
    closers.forEach(Side::result);
    assertThat(events).containsExactly("unwound");
  }

  @Test
  void anInterruptOfCloseReachesTheBodyAndStaysSet() throws Exception {
    CountDownLatch cleaning = new CountDownLatch(1);
    Coroutine<Void, Integer> body = fabric.coroutine("slow", (first, self) -> {
      try {
        return self.suspend(1) == null ? 2 : 3;
      } finally {
        cleaning.countDown();
        try {
          Eventually.forEver();
        } catch (InterruptedException e) {
          events.add("interrupted");
        }
      }
    });
    body.resume(null);
    Side<Boolean> closer = Side.call(() -> {
      body.close();
      return Thread.currentThread().isInterrupted();
    });
    Eventually.passes(cleaning);
    closer.interrupt();
    assertThat(closer.result()).isTrue();
    assertThat(events).containsExactly("interrupted");
  }

  // ---- Interruption

  @Test
  void whoIsInterruptedGetsTheValueWithTheNextResume() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<String, String> body = fabric.coroutine("slow", (first, self) -> {
      entered.countDown();
      leave.await();
      String second = self.suspend("of " + first);
      return "of " + second;
    });
    Side<Boolean> resumer = Side.call(() -> {
      assertThatThrownBy(() -> body.resume("one"))
          .isInstanceOf(WaitInterruptedException.class)
          .hasMessageContaining("slow-1");
      return Thread.currentThread().isInterrupted();
    });
    Eventually.passes(entered);
    assertThat(resumer.interrupt().result()).isTrue();
    assertThat(body.isDone()).isFalse();
    Side<String> next = Side.call(() -> body.resume("lost")).blocked(); // the body still runs
    leave.countDown();
    assertThat(next.result()).isEqualTo("of one");
    assertThat(body.resume("two")).isEqualTo("of two");
  }

  @Test
  void whoIsInterruptedGetsTheFailureWithTheNextResume() throws Exception {
    IOException failure = new IOException("disk");
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, String> body = fabric.coroutine("slow", (first, self) -> {
      entered.countDown();
      leave.await();
      throw failure;
    });
    Side<Void> resumer = Side.run(() -> body.resume(null));
    Eventually.passes(entered);
    assertThat(resumer.interrupt().failure()).isInstanceOf(WaitInterruptedException.class);
    leave.countDown();
    Eventually.until(() -> fabric.threads().isEmpty());
    assertThat(body.isDone()).isFalse(); // nobody knows yet
    assertThatThrownBy(() -> body.resume(null)).cause().isSameAs(failure);
    assertThat(body.isDone()).isTrue();
  }

  @Test
  void aFailureThatNobodyHasSeenComesOutOfClose() throws Exception {
    IOException failure = new IOException("disk");
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Coroutine<Void, String> body = fabric.coroutine("slow", (first, self) -> {
      entered.countDown();
      leave.await();
      throw failure;
    });
    Side<Void> resumer = Side.run(() -> body.resume(null));
    Eventually.passes(entered);
    assertThat(resumer.interrupt().failure()).isInstanceOf(WaitInterruptedException.class);
    leave.countDown();
    Eventually.until(() -> fabric.threads().isEmpty());
    assertThatThrownBy(body::close).cause().isSameAs(failure);
    body.close();
  }

  @Test
  void anInterruptThatWasSetBeforeDoesNotLoseAValue() {
    Coroutine<String, Integer> body = counter();
    Thread.currentThread().interrupt();
    int value;
    try {
      value = body.resume("first");
    } catch (WaitInterruptedException e) {
      assertThat(Thread.interrupted()).isTrue();
      value = body.resume("not sent");
    }
    Thread.interrupted();
    assertThat(value).isEqualTo(1);
    assertThat(body.resume("second")).isEqualTo(2);
    body.close();
    assertThat(events).containsExactly("second", "unwound");
  }

  @Test
  void anInterruptOfTheBodyIsKeptWhileItIsSuspended() {
    AtomicReference<Thread> thread = new AtomicReference<>();
    Coroutine<Void, Boolean> body = fabric.coroutine("asleep", (first, self) -> {
      thread.set(Thread.currentThread());
      self.suspend(false);
      return Thread.interrupted();
    });
    body.resume(null);
    thread.get().interrupt();
    assertThat(body.isDone()).isFalse(); // does not run unless resumed
    assertThat(body.resume(null)).isTrue();
  }

  @Test
  void anInterruptOfTheBodyEndsItsOwnWaits() throws Exception {
    AtomicReference<Thread> thread = new AtomicReference<>();
    CountDownLatch entered = new CountDownLatch(1);
    Coroutine<Void, Boolean> body = fabric.coroutine("wait", (first, self) -> {
      thread.set(Thread.currentThread());
      entered.countDown();
      Eventually.forEver();
      return true;
    });
    Side<Boolean> resumer = Side.call(() -> body.resume(null));
    Eventually.passes(entered);
    thread.get().interrupt();
    assertThat(resumer.failure())
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(InterruptedException.class);
  }

  // ---- Threads

  @Test
  void theThreadHasItsNameAndIsOneOfTheFabricWhileItRuns() {
    List<String> names = new ArrayList<>();
    Coroutine<Void, String> body = fabric.coroutine("stage", (first, self) -> {
      fabric.threads().forEach(thread -> names.add(thread.getName()));
      assertThat(Thread.currentThread().isDaemon()).isTrue();
      return self.suspend(Thread.currentThread().getName()) == null ? "end" : "";
    });
    assertThat(fabric.threads()).isEmpty();
    assertThat(body.resume(null)).isEqualTo("stage-1");
    assertThat(names).containsExactly("stage-1");
    assertThat(fabric.threads()).isEmpty(); // suspended
    assertThat(recorder.started).containsExactly("stage-1");
    assertThat(recorder.ended).isEmpty();
    body.resume(null);
    Eventually.until(() -> recorder.ended.equals(List.of("stage-1")));
  }

  @Test
  void oneThatIsNeverResumedHasNoThread() {
    counter();
    assertThat(recorder.started).isEmpty();
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
  }

  @Test
  void aThreadThatCannotBeMadeLeavesItAsItWas() {
    AtomicInteger made = new AtomicInteger();
    IllegalStateException failure = new IllegalStateException("no thread");
    fabric = Fabric.builder()
        .listener(recorder)
        .workerThreads(body -> {
          if (made.incrementAndGet() == 1) {
            throw failure;
          }
          return new Thread(body);
        })
        .build();
    Coroutine<String, Integer> body = counter();
    assertThatThrownBy(() -> body.resume("lost")).isSameAs(failure);
    assertThat(body.isDone()).isFalse();
    assertThat(fabric.threads()).isEmpty();
    assertThat(body.resume("first")).isEqualTo(1);
    body.close();
  }

  @Test
  void theBodySeesTheContextInWhichItWasMade() throws Exception {
    ContextKey<String> user = ContextKey.named("user");
    Coroutine<Void, String> body = user.call(
        "ann",
        () -> fabric.coroutine(
            "greet", (first, self) -> self.suspend(user.get()) == null ? user.get() : ""));
    String seen = user.call("bob", () -> body.resume(null));
    assertThat(seen).isEqualTo("ann");
    assertThat(body.resume(null)).isEqualTo("ann");
    Coroutine<Void, Boolean> bare = fabric.coroutine("bare", (first, self) -> user.isBound());
    assertThat(user.call("bob", () -> bare.resume(null))).isFalse();
  }

  // ---- The fabric

  @Test
  void closingTheFabricEndsThoseThatAreSuspended() {
    Coroutine<String, Integer> one = counter();
    Coroutine<String, Integer> other = counter();
    Coroutine<String, Integer> idle = counter();
    one.resume(null);
    other.resume(null);
    assertThat(fabric.close(Duration.ofSeconds(30)).clean()).isTrue();
    assertThat(events).containsExactly("unwound", "unwound");
    assertThat(one.isDone()).isTrue();
    assertThat(recorder.failures).isEmpty();
    assertThatThrownBy(() -> idle.resume(null))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("count-3");
    assertThatThrownBy(() -> fabric.coroutine("late", (first, self) -> 1))
        .isInstanceOf(FabricClosedException.class)
        .hasMessageContaining("coroutine late");
    one.close();
    idle.close();
  }

  @Test
  void aFailureThatClosingTheFabricBringsAboutIsReported() {
    IOException failure = new IOException("disk");
    fabric
        .coroutine("fail", (first, self) -> {
          try {
            return self.suspend(1);
          } finally {
            throwIt(failure);
          }
        })
        .resume(null);
    fabric.close();
    Eventually.until(() -> recorder.failures.size() == 1);
    assertThat(recorder.causes()).containsExactly(failure);
    assertThat(recorder.failures.get(0).name()).isEqualTo("fail-1");
  }

  private static void throwIt(IOException failure) throws IOException {
    throw failure;
  }

  @Test
  void aTaskThatIsWaitedForMayGoOnWithItsCoroutine() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Task<Integer> task = fabric.submit("use", () -> {
      try (Coroutine<String, Integer> body = counter()) {
        int sum = body.resume(null);
        entered.countDown();
        leave.await();
        return sum
            + body.resume("second")
            + fabric.<Void, Integer>coroutine("new", (f, s) -> 10).resume(null);
      }
    });
    Eventually.passes(entered);
    Side<ShutdownReport> close = Side.call(() -> fabric.close(Duration.ofSeconds(30)));
    Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
    close.blocked();
    leave.countDown();
    assertThat(close.result().clean()).isTrue();
    assertThat(task.join()).isEqualTo(13);
    assertThat(events).containsExactly("second", "unwound");
  }

  @Test
  void theBodyOfOneThatATaskResumesBelongsToTheTask() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    CountDownLatch leave = new CountDownLatch(1);
    Task<Integer> task = fabric.submit(
        "use",
        () -> fabric
            .<Void, Integer>coroutine("inside", (first, self) -> {
              entered.countDown();
              leave.await();
              return fabric.submit("more", () -> 1).join();
            })
            .resume(null));
    Eventually.passes(entered);
    Side<ShutdownReport> close = Side.call(() -> fabric.close(Duration.ofSeconds(30)));
    Eventually.until(() -> fabric.state() == Fabric.State.DRAINING);
    leave.countDown();
    assertThat(close.result().clean()).isTrue();
    assertThat(task.join()).isEqualTo(1);
  }

  @Test
  void theFabricCanBeClosedFromInside() {
    Task<String> task = fabric.submit(
        "use",
        () -> fabric
            .<Void, String>coroutine("inside", (first, self) -> {
              fabric.close(); // waits neither for this body nor for the task that waits for it
              return "closed";
            })
            .resume(null));
    assertThat(task.join()).isEqualTo("closed");
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
  }

  @Test
  void aLaneOfOneThreadServesWhatTheBodyJoinsThatOneOfItsTasksResumes() {
    fabric = Fabric.builder().lane("narrow", 1).listener(recorder).build();
    Lane lane = fabric.lane("narrow");
    Task<Integer> task = lane.submit(() -> fabric
        .<Void, Integer>coroutine(
            "inside", (first, self) -> lane.submit(() -> 1).join())
        .resume(null));
    assertThat(task.join()).isEqualTo(1);
  }

  @Test
  void theBodyCannotJoinTheTaskThatResumesIt() throws Exception {
    CompletableFuture<Task<String>> itself = new CompletableFuture<>();
    Task<String> task = fabric.submit(
        "use",
        () -> fabric
            .<Void, String>coroutine("inside", (first, self) -> itself.get().join())
            .resume(null));
    itself.complete(task);
    assertThatThrownBy(task::join)
        .cause()
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("cannot wait for its own end");
  }

  @Test
  void closingTheFabricInterruptsOneThatRunsOnAndOn() throws Exception {
    CountDownLatch entered = new CountDownLatch(1);
    Coroutine<Void, Integer> body = fabric.coroutine("stuck", (first, self) -> {
      entered.countDown();
      try {
        Eventually.forEver();
      } catch (InterruptedException e) {
        events.add("interrupted");
      }
      return self.suspend(1) == null ? 2 : 3;
    });
    Side<Integer> resumer = Side.call(() -> body.resume(null)); // no thread of the fabric
    Eventually.passes(entered);
    fabric.close(Duration.ZERO);
    assertThat(resumer.failure()).isInstanceOf(CancellationException.class);
    assertThat(events).containsExactly("interrupted");
  }
}
