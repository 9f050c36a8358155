package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.Delivery;
import io.lappet.Fabric;
import io.lappet.Failure;
import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.Timer;
import io.lappet.WaitInterruptedException;
import io.lappet.Worker;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CancellationException;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * Rule 6 in whole programs: nothing is lost, whoever is interrupted and wherever it waits.
 * Interrupts of batches and of dead letters are with these.
 */
class InterruptRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  @AfterEach
  void leaveNoFlag() {
    assertThat(Thread.interrupted()).isFalse();
  }

  abstract static class Post {
    private final Log log;

    Post(Log log) {
      this.log = log;
    }

    @ChannelSpec(capacity = 1)
    abstract Channel<String> box();

    @Consumer(from = "box")
    void deliver(String letter) {
      log.add(letter);
    }

    boolean post(String letter) throws InterruptedException {
      box().send(letter);
      return true;
    }

    @Async
    abstract Task<Boolean> postAsync(String letter);

    @Async(value = "post", timeout = "50ms")
    abstract Task<Boolean> postSoon(String letter);

    abstract Worker deliverWorker();
  }

  // POOL.8 and rule 6: a task that is cancelled, or out of time, while it sends has not sent.
  @LappetTest(seeds = 10)
  void aTaskThatIsEndedWhileItSendsHasNotSent(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Post c = fabric.start(new WovenInterruptRulesTest_Post(fabric, log));
    c.deliverWorker().pause();
    c.box().send("a");
    Task<Boolean> cancelled = c.postAsync("b");
    Task<Boolean> soon = c.postSoon("c");
    Task<Boolean> patient = c.postAsync("d");
    fabric.settle();
    assertThat(cancelled.cancel(true)).isTrue();
    assertThat(soon.join(ms(60))).isTrue();
    assertThat(c.box().depth()).isEqualTo(1);
    assertThat(c.box().unfinished()).isEqualTo(1);
    c.deliverWorker().resume();
    assertThat(patient.join()).isTrue();
    c.box().awaitIdle();
    assertThat(log.texts()).containsExactly("a", "d");
    assertThatThrownBy(cancelled::join).isInstanceOf(CancellationException.class);
  }

  // INT.2: called with the flag set, all that declare it throw at once, although they could go on,
  // and take nothing; what does not declare it goes on and keeps the flag.
  @LappetTest(seeds = 5)
  void withTheFlagSetNothingIsTakenNorSent(TestFabric fabric) throws Exception {
    Post c = fabric.start(new WovenInterruptRulesTest_Post(fabric, new Log(fabric)));
    c.deliverWorker().pause();
    Channel<String> box = c.box();
    List<Act<Channel<String>>> calls = List.of(
        channel -> channel.send("b"),
        channel -> channel.trySend("b", Duration.ZERO),
        Channel::receive,
        channel -> channel.tryReceive(Duration.ofDays(1)),
        Channel::take,
        Channel::awaitIdle,
        channel -> channel.awaitIdle(Duration.ZERO),
        channel -> fabric.sleep(Duration.ZERO));
    for (boolean filled : new boolean[] {false, true}) {
      if (filled) {
        box.send("a");
      }
      for (Act<Channel<String>> call : calls) {
        Thread.currentThread().interrupt();
        assertThatThrownBy(() -> call.on(box)).isInstanceOf(InterruptedException.class);
        assertThat(Thread.currentThread().isInterrupted()).isFalse();
      }
      assertThat(box.depth()).isEqualTo(filled ? 1 : 0);
    }
    Thread.currentThread().interrupt();
    assertThat(box.trySend("b")).isFalse();
    assertThat(box.tryReceive()).contains("a");
    assertThat(box.trySend("b")).isTrue();
    assertThat(Thread.interrupted()).isTrue();
    assertThat(box.receive()).isEqualTo("b");
  }

  // An idle consumer that somebody interrupts goes on, and loses nothing.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anIdleConsumerThatIsInterruptedGoesOn(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Post c = fabric.start(new WovenInterruptRulesTest_Post(fabric, log));
    fabric.settle();
    for (int i = 1; i <= 3; i++) {
      c.deliverWorker().threads().forEach(Thread::interrupt);
      c.box().send("letter " + i);
      fabric.settle();
    }
    assertThat(log.texts()).containsExactly("letter 1", "letter 2", "letter 3");
    assertThat(failures).isEmpty();
    assertThat(c.deliverWorker().state()).isEqualTo(Worker.State.RUNNING);
    fabric.close();
  }

  abstract static class Belt {
    private final Log log;
    private int pulled;

    Belt(Log log) {
      this.log = log;
    }

    @ChannelSpec(capacity = 1)
    abstract Channel<Integer> belt();

    @Producer(to = "belt")
    Integer pull() {
      return pulled < 3 ? ++pulled : null;
    }

    @Producer(to = "belt")
    void push(Sender<Integer> out) throws InterruptedException {
      for (int i = 11; i <= 13; i++) {
        while (true) {
          try {
            out.send(i);
            break;
          } catch (InterruptedException e) {
            log.add("again");
          }
        }
      }
    }

    @PeriodicTimer(every = "100ms", to = "belt")
    Integer tick() {
      return 21;
    }

    @Consumer(from = "belt")
    void take(Integer number) {
      log.add(number);
    }

    abstract Worker pullWorker();

    abstract Worker pushWorker();

    abstract Timer tickTimer();

    abstract Worker takeWorker();
  }

  // A message in hand is delivered although its thread is interrupted while it waits for room; a
  // push producer, which calls send itself, is told, and that message is not in.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3, 4, 5})
  void whoIsInterruptedWithAMessageInHandDeliversIt(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Belt c = fabric.start(new WovenInterruptRulesTest_Belt(fabric, log));
    c.takeWorker().pause();
    fabric.advance(ms(150)); // all three wait for room, but for the one that has got it
    for (Worker worker : List.of(c.pullWorker(), c.pushWorker(), c.tickTimer())) {
      worker.threads().forEach(Thread::interrupt);
    }
    fabric.settle();
    c.tickTimer().stop();
    c.takeWorker().resume();
    assertThat(c.pullWorker().join(ms(100))).isTrue();
    assertThat(c.pushWorker().join(ms(100))).isTrue();
    assertThat(c.tickTimer().join(ms(100))).isTrue();
    c.belt().awaitIdle();
    assertThat(log.texts())
        .containsExactlyInAnyOrder("1", "2", "3", "11", "again", "12", "13", "21");
    assertThat(failures).isEmpty();
    assertThat(fabric.close(ms(100)).clean()).isTrue();
  }

  // Section 12: a join that is interrupted leaves the task alone and sets the flag again.
  @LappetTest(seeds = 5)
  void anInterruptedJoinSetsTheFlagAgainAndTheTaskGoesOn(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Post c = fabric.start(new WovenInterruptRulesTest_Post(fabric, log));
    c.deliverWorker().pause();
    c.box().send("a");
    Task<Boolean> posts = c.postAsync("b");
    Task<Boolean> joins = fabric.submit("joins", () -> {
      try {
        return posts.join();
      } catch (WaitInterruptedException e) {
        log.add("interrupted");
        return Thread.currentThread().isInterrupted();
      }
    });
    fabric.settle();
    fabric.threads().stream()
        .filter(thread -> thread.getName().startsWith("joins"))
        .forEach(Thread::interrupt);
    assertThat(joins.join()).isTrue();
    assertThat(posts.isDone()).isFalse();
    c.deliverWorker().resume();
    assertThat(posts.join()).isTrue();
    fabric.settle();
    assertThat(log.texts()).containsExactly("interrupted", "a", "b");
  }

  // Rule 15: a delivery belongs to nobody; any thread finishes it, once, and closes it at will.
  @LappetTest(seeds = 5)
  void aDeliveryMayBeFinishedByAnybodyAlsoAfterTheEnd(TestFabric fabric) throws Exception {
    Post c = fabric.start(new WovenInterruptRulesTest_Post(fabric, new Log(fabric)));
    c.deliverWorker().pause();
    c.box().send("a");
    Delivery<String> delivery = c.box().take();
    assertThat(delivery.message()).isEqualTo("a");
    assertThat(c.box().unfinished()).isEqualTo(1);
    Task<Boolean> idle = fabric.submit("idle", () -> {
      c.box().awaitIdle();
      return true;
    });
    fabric.settle();
    assertThat(idle.isDone()).isFalse();
    fabric.submit("other", () -> {
      delivery.close();
      delivery.close();
      return true;
    });
    assertThat(idle.join()).isTrue();
    assertThatThrownBy(delivery::done).isInstanceOf(IllegalStateException.class);
    assertThat(c.box().unfinished()).isZero();

    c.box().send("b");
    Delivery<String> second = c.box().take();
    assertThat(c.box().closeNow()).isEmpty();
    c.box().awaitIdle(); // ended by the close
    second.done();
    assertThatThrownBy(second::done).isInstanceOf(IllegalStateException.class);
    second.close();
    assertThat(c.box().unfinished()).isZero();
  }

  // INT.2 in real time, on a thread of its own.
  @Test
  void anInterruptedReceiveInRealTimeLosesNothing() throws Exception {
    try (Fabric fabric = Fabric.create()) {
      Post c = fabric.start(new WovenInterruptRulesTest_Post(fabric, new Log(fabric)));
      c.deliverWorker().stop();
      assertThat(c.deliverWorker().join(Duration.ofSeconds(20))).isTrue();
      for (int i = 0; i < 50; i++) {
        List<Object> seen = new CopyOnWriteArrayList<>();
        Thread receiver = new Thread(() -> {
          try {
            seen.add(c.box().receive());
          } catch (InterruptedException e) {
            seen.add(Thread.currentThread().isInterrupted());
          }
        });
        receiver.start();
        receiver.interrupt();
        c.box().send("a");
        receiver.join(Duration.ofSeconds(20).toMillis());
        assertThat(seen).hasSize(1);
        if (seen.get(0).equals("a")) {
          assertThat(c.box().tryReceive()).isEmpty();
        } else {
          assertThat(seen).containsExactly(false);
          assertThat(c.box().tryReceive(Duration.ofSeconds(20))).contains("a");
        }
      }
    }
  }
}
