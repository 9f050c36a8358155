package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.Loop;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Twins of a confined object. */
@Timeout(60)
class ConfinedTwinTest {
  private static final Duration LONG = Duration.ofSeconds(30);

  private final Recorder recorder = new Recorder();
  private Fabric fabric = Fabric.builder().listener(recorder).build();
  private Weaving weaving = Weaving.of(fabric, 1, "Desk", new Object());
  private Loop loop = weaving.loop(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
  private final List<Object> log = new CopyOnWriteArrayList<>();
  private final CountDownLatch entered = new CountDownLatch(1);
  private final CountDownLatch leave = new CountDownLatch(1);

  @AfterEach
  void closeFabric() {
    leave.countDown();
    fabric.close(Duration.ZERO);
  }

  private Twin twin(String name) {
    return weaving.twin(name).loop(loop).make();
  }

  /** Lets a call occupy the loop until it is let go. */
  private Task<Void> occupy() throws InterruptedException {
    Task<Void> occupant = twin("occupy").run(() -> {
      entered.countDown();
      leave.await();
    });
    Eventually.passes(entered);
    return occupant;
  }

  private void bound(int capacity, Overflow overflow) {
    loop = weaving.loop(capacity, overflow);
  }

  // ---- Order

  @Test
  void callsRunInOrderOnTheLoopAndAnIdleLoopHasNoThread() {
    Twin add = twin("add");
    List<Integer> seen = new ArrayList<>(); // the loop alone touches it
    List<Task<Integer>> tasks = IntStream.range(0, 1000)
        .mapToObj(i -> add.<Integer>call(() -> {
          loop.require("Desk.add(int)");
          assertThat(Thread.currentThread().getName()).isEqualTo("Desk.loop");
          seen.add(i);
          return seen.size();
        }))
        .toList();
    for (int i = 0; i < 1000; i++) {
      assertThat(tasks.get(i).join()).isEqualTo(i + 1);
    }
    assertThat(seen).isSorted().hasSize(1000);
    Eventually.until(() -> fabric.threads().isEmpty());
    Eventually.until(
        () -> !recorder.started.isEmpty() && recorder.ended.size() == recorder.started.size());
    assertThat(recorder.started).containsOnly("Desk.loop");
    assertThat(fabric.tasks()).isEmpty();
  }

  @Test
  void manySendersLoseNothingAndKeepTheirOrders() {
    int senders = 4;
    long each = 20_000;
    Twin take = twin("take");
    Ledger ledger = new Ledger();
    Ledger.Page page = ledger.page(); // for one receiver at a time, whatever thread that is
    long[] sum = new long[1]; // would lose updates if two calls ran at once
    List<Side<Void>> sides = IntStream.range(0, senders)
        .mapToObj(sender -> Side.run(() -> {
          for (long number = 0; number < each; number++) {
            long message = Ledger.message(sender, number);
            take.tell(() -> {
              page.add(message);
              sum[0] += message;
            });
          }
        }))
        .toList();
    sides.forEach(Side::result);
    assertThat(fabric.close(LONG).clean()).isTrue();
    long expected = 0;
    for (int sender = 0; sender < senders; sender++) {
      ledger.requireAll(sender, each, "calls of sender " + sender);
      for (long number = 0; number < each; number++) {
        expected += Ledger.message(sender, number);
      }
    }
    assertThat(sum[0]).isEqualTo(expected);
  }

  @Test
  void aCallThatPostsDoesNotRunItNested() {
    Twin twin = twin("go");
    AtomicReference<Task<Void>> inner = new AtomicReference<>();
    Task<Void> outer = twin.run(() -> {
      log.add("begin");
      inner.set(twin.run(() -> log.add("inner")));
      log.add("end");
    });
    outer.join();
    inner.get().join();
    assertThat(log).containsExactly("begin", "end", "inner");
  }

  @Test
  void waitingForAnotherCallOfTheSameLoopIsRefusedAtOnce() throws Exception {
    Twin twin = twin("go");
    AtomicReference<Task<Integer>> other = new AtomicReference<>();
    Task<Void> waiting = twin.run(() -> {
      Task<Integer> posted = twin.call(() -> 1);
      other.set(posted);
      assertThatThrownBy(posted::join)
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining(posted.name())
          .hasMessageContaining("Desk.loop");
      assertThatThrownBy(() -> posted.join(LONG)).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(posted::get).isInstanceOf(IllegalStateException.class);
    });
    waiting.join();
    assertThat(other.get().join()).isEqualTo(1);
    twin.run(() -> assertThat(other.get().join()).isEqualTo(1)).join(); // has ended: no wait
  }

  // ---- Failures and cancelling

  @Test
  void aFailureIsKeptOrReportedAndTheNextCallRuns() {
    Twin twin = twin("go");
    Exception failure = new Exception("checked");
    Task<Void> failing = twin.run(() -> {
      throw failure;
    });
    assertThatThrownBy(failing::join).isInstanceOf(TaskFailedException.class).hasCause(failure);
    twin.tell(() -> {
      throw failure;
    });
    assertThat(twin.<Integer>call(() -> 7).join()).isEqualTo(7);
    assertThat(recorder.failures).hasSize(1);
    assertThat(recorder.failures.get(0).cause()).isSameAs(failure);
    assertThat(recorder.failures.get(0).method()).isEqualTo("go");
    assertThat(recorder.failures.get(0).thread().getName()).isEqualTo("Desk.loop");
    assertThat(fabric.state()).isNotEqualTo(Fabric.State.FAILED);
  }

  @Test
  void cancellingInterruptsTheCallAndNoOther() throws Exception {
    Twin twin = twin("go");
    CountDownLatch begun = new CountDownLatch(1);
    Task<Void> running = twin.run(() -> {
      begun.countDown();
      try {
        Eventually.forEver();
      } catch (InterruptedException e) {
        log.add("interrupted");
        throw e;
      }
    });
    Task<Void> next = twin.run(() -> log.add(Thread.currentThread().isInterrupted()));
    Task<Void> never = twin.run(() -> log.add("never"));
    Eventually.passes(begun);
    assertThat(never.cancel()).isTrue();
    assertThat(running.cancel()).isTrue();
    assertThat(running.cancel()).isFalse();
    next.join();
    assertThatThrownBy(never::join).isInstanceOf(CancellationException.class);
    assertThat(log).containsExactly("interrupted", false);
  }

  @Test
  void aCallOfTheLoopTimesOutAlsoWhileItWaits() throws Exception {
    occupy();
    Task<Integer> late =
        weaving.twin("late").loop(loop).timeout(Duration.ofMillis(5)).make().call(() -> 1);
    assertThatThrownBy(late::join)
        .isInstanceOf(TaskFailedException.class)
        .hasCauseInstanceOf(java.util.concurrent.TimeoutException.class);
  }

  @Test
  void aDelayedCallIsPostedWhenItsTimeHasCome() throws Exception {
    Task<Integer> delayed = weaving
        .twin("later")
        .loop(loop)
        .delay(Duration.ofMillis(20))
        .make()
        .call(() -> {
          loop.require("Desk.later()");
          return 1;
        });
    assertThat(delayed.join(LONG)).isTrue();
    assertThat(delayed.join()).isEqualTo(1);
  }

  @Test
  void futuresEndWithTheCall() throws Exception {
    Twin twin = twin("go");
    assertThat(twin.<Integer>future(() -> 3).get()).isEqualTo(3);
    twin.futureOf(() -> log.add("done")).get();
    assertThat(log).containsExactly("done");
  }

  // ---- A bound

  @Test
  void aCallerWaitsForRoomAndMayBeInterrupted() throws Exception {
    bound(2, Overflow.BLOCK);
    occupy();
    Twin twin = twin("go");
    twin.tell(() -> log.add(1));
    Task<Void> second = twin.run(() -> log.add(2));
    Side<Void> third = Side.run(() -> twin.tell(() -> log.add(3))).blocked();
    Side<Boolean> interrupted = Side.call(() -> {
      assertThatThrownBy(() -> twin.tell(() -> log.add(4)))
          .isInstanceOf(WaitInterruptedException.class);
      return Thread.currentThread().isInterrupted();
    });
    interrupted.parked().interrupt();
    assertThat(interrupted.result()).isTrue();
    assertThat(second.cancel()).isTrue(); // makes room
    third.result();
    leave.countDown();
    assertThat(fabric.close(LONG).clean()).isTrue();
    assertThat(log).containsExactly(1, 3);
  }

  @Test
  void theLoopCannotWaitForItselfToMakeRoom() throws Exception {
    bound(1, Overflow.BLOCK);
    Twin twin = twin("go");
    Task<Void> posting = twin.run(() -> {
      twin.tell(() -> log.add("fits"));
      assertThatThrownBy(() -> twin.tell(() -> log.add("does not")))
          .isInstanceOf(ChannelFullException.class)
          .hasMessageContaining("Desk.loop");
    });
    posting.join();
    assertThat(fabric.close(LONG).clean()).isTrue();
    assertThat(log).containsExactly("fits");
  }

  @Test
  void theNewestIsDropped() throws Exception {
    bound(2, Overflow.DROP_NEW);
    occupy();
    Twin twin = twin("go");
    List<Task<Void>> tasks =
        IntStream.range(0, 5).mapToObj(i -> twin.run(() -> log.add(i))).toList();
    assertThat(tasks.stream().map(Task::isCancelled))
        .containsExactly(false, false, true, true, true);
    leave.countDown();
    assertThat(fabric.close(LONG).clean()).isTrue();
    assertThat(log).containsExactly(0, 1);
  }

  @Test
  void theOldestIsDropped() throws Exception {
    bound(2, Overflow.DROP_OLD);
    occupy();
    Twin twin = twin("go");
    List<Task<Void>> tasks =
        IntStream.range(0, 5).mapToObj(i -> twin.run(() -> log.add(i))).toList();
    assertThat(tasks.stream().map(Task::isCancelled))
        .containsExactly(true, true, true, false, false);
    leave.countDown();
    assertThat(fabric.close(LONG).clean()).isTrue();
    assertThat(log).containsExactly(3, 4);
  }

  @Test
  void aFullMailboxFailsTheCall() throws Exception {
    bound(1, Overflow.FAIL);
    occupy();
    Twin twin = twin("go");
    twin.tell(() -> log.add(0));
    assertThatThrownBy(() -> twin.run(() -> log.add(1)))
        .isInstanceOf(ChannelFullException.class)
        .hasMessageContaining("Desk.loop");
    leave.countDown();
    assertThat(fabric.close(LONG).clean()).isTrue();
    assertThat(log).containsExactly(0);
  }

  @Test
  void activationsTakeUpNoRoom() throws Exception {
    bound(1, Overflow.FAIL);
    Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().make();
    weaving.consumer("take", in).loop(loop).runs(log::add);
    weaving.register();
    fabric.start();
    occupy();
    twin("go").tell(() -> log.add("told"));
    in.send(1);
    Eventually.until(() -> in.depth() == 0);
    leave.countDown();
    in.awaitIdle();
    assertThat(log).containsExactlyInAnyOrder("told", 1);
  }

  @Test
  void aMailboxNeedsRoom() {
    assertThatThrownBy(() -> bound(0, Overflow.BLOCK))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Desk");
  }

  // ---- The end

  @Test
  void closingWaitsForWhatIsInTheMailboxAndForWhatThatPosts() throws Exception {
    Task<Void> occupant = occupy();
    Twin twin = twin("go");
    for (int i = 0; i < 3; i++) {
      int number = i;
      twin.tell(() -> {
        log.add(number);
        twin.tell(() -> log.add(number + 10));
      });
    }
    assertThat(fabric.tasks()).hasSize(4).contains(occupant);
    Side<ShutdownReport> closing = Side.call(() -> fabric.close(LONG)).blocked();
    assertThatThrownBy(() -> twin.tell(() -> log.add("late")))
        .isInstanceOf(FabricClosedException.class);
    leave.countDown();
    assertThat(closing.result().clean()).isTrue();
    assertThat(log).containsExactly(0, 1, 2, 10, 11, 12);
    assertThat(fabric.tasks()).isEmpty();
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void pastTheGraceTheCallIsInterruptedAndTheOthersAreCancelledAndCounted() throws Exception {
    Task<Void> occupant = occupy();
    Twin twin = twin("go");
    List<Task<Void>> waiting =
        IntStream.range(0, 5).mapToObj(i -> twin.run(() -> log.add(i))).toList();
    ShutdownReport report = fabric.close(Duration.ofMillis(20));
    assertThat(report.cancelled()).isEqualTo(6);
    assertThat(report.clean()).isFalse();
    assertThat(report.stuck()).isEmpty();
    assertThat(occupant.isCancelled()).isTrue();
    assertThat(waiting).allMatch(Task::isCancelled);
    assertThat(log).isEmpty();
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void aCallThatIgnoresItsInterruptIsStuckAndTheOthersAreCancelled() throws Exception {
    Twin twin = twin("go");
    twin.tell(() -> {
      entered.countDown();
      Eventually.stubbornly(leave);
    });
    Eventually.passes(entered);
    Task<Void> waiting = twin.run(() -> log.add("never"));
    ShutdownReport report = fabric.close(Duration.ZERO);
    assertThat(waiting.isCancelled()).isTrue();
    assertThat(report.cancelled()).isEqualTo(2);
    assertThat(report.stuck()).hasSize(1);
    assertThat(report.stuck().get(0).thread().getName()).isEqualTo("Desk.loop");
    leave.countDown();
    Eventually.until(() -> fabric.threads().isEmpty());
    assertThat(log).isEmpty();
  }

  @Test
  void closingDoesNotWaitForADaemonOnTheLoop() throws Exception {
    Task<Void> daemon = weaving.twin("serve").loop(loop).daemon().make().run(() -> {
      entered.countDown();
      Eventually.forEver();
    });
    Eventually.passes(entered);
    assertThat(daemon.isDaemon()).isTrue();
    assertThat(fabric.close(LONG).clean()).isTrue();
    assertThat(daemon.isCancelled()).isTrue();
  }

  @Test
  void aCallMayCloseTheFabric() throws Exception {
    AtomicReference<ShutdownReport> report = new AtomicReference<>();
    Task<Void> closing = twin("go").run(() -> report.set(fabric.close(LONG)));
    closing.join();
    assertThat(report.get()).isEqualTo(ShutdownReport.CLEAN);
  }

  @Test
  void aLoopWithoutAThreadFailsItsTasks() {
    RuntimeException failure = new IllegalStateException("no thread");
    fabric = Fabric.builder()
        .listener(recorder)
        .workerThreads(body -> {
          throw failure;
        })
        .build();
    weaving = Weaving.of(fabric, 1, "Desk", new Object());
    loop = weaving.loop(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
    Task<Void> task = twin("go").run(() -> {});
    assertThatThrownBy(task::join).isInstanceOf(TaskFailedException.class).hasCause(failure);
    assertThat(fabric.threads()).isEmpty();
    assertThat(fabric.close(LONG).clean()).isTrue();
  }
}
