package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.annotation.ChannelSpec;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicIntegerArray;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Many threads at once, and many rounds of what may go wrong once in a while. */
@Timeout(120)
class StressTest {
  private static final int MESSAGES = 10_000;

  /** Sends every number once, {@code senders} threads together. */
  private static List<Side<Void>> sendAll(Channel<Integer> channel, int senders) {
    AtomicInteger next = new AtomicInteger();
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < senders; i++) {
      sides.add(Side.run(() -> {
        for (int n = next.getAndIncrement(); n < MESSAGES; n = next.getAndIncrement()) {
          channel.send(n);
        }
      }));
    }
    return sides;
  }

  @ParameterizedTest
  @CsvSource({
    "50, 50, 0",
    "50, 50, 1",
    "50, 50, 16",
    "50, 50, " + ChannelSpec.UNBOUNDED,
    "1, 1, 0",
    "1, 1, 256",
    "1, 8, 4",
    "8, 1, 4"
  })
  void everyMessageIsReceivedOnceByHand(int senders, int receivers, int capacity) {
    Fabric fabric = Fabric.create();
    Channel<Integer> channel = Weaving.of(fabric, 1, "Stress", this)
        .<Integer>channel("numbers")
        .capacity(capacity)
        .sentByHand()
        .receivedByHand()
        .make();
    AtomicIntegerArray received = new AtomicIntegerArray(MESSAGES);
    List<Side<Void>> receiving = new ArrayList<>();
    for (int i = 0; i < receivers; i++) {
      receiving.add(Side.run(() -> {
        try {
          while (true) {
            received.incrementAndGet(channel.receive());
          }
        } catch (ChannelClosedException e) {
          return; // that is the end
        }
      }));
    }
    sendAll(channel, senders).forEach(Side::result);
    channel.close();
    receiving.forEach(Side::result);
    for (int n = 0; n < MESSAGES; n++) {
      assertThat(received.get(n)).isEqualTo(1);
    }
    assertThat(channel.depth()).isZero();
    assertThat(channel.unfinished()).isZero();
    fabric.close();
  }

  @ParameterizedTest
  @CsvSource({"50, 50, 0", "50, 50, 16", "1, 1, 256", "1, 8, 4", "8, 1, 1"})
  void everyMessageIsConsumedOnce(int senders, int consumers, int capacity) throws Exception {
    Fabric fabric = Fabric.create();
    Weaving weaving = Weaving.of(fabric, 1, "Stress", this);
    Channel<Integer> channel =
        weaving.<Integer>channel("numbers").capacity(capacity).sentByHand().make();
    AtomicIntegerArray received = new AtomicIntegerArray(MESSAGES);
    Worker worker =
        weaving.consumer("take", channel).concurrency(consumers).runs(received::incrementAndGet);
    weaving.register();
    fabric.start();
    sendAll(channel, senders).forEach(Side::result);
    channel.awaitIdle();
    assertThat(fabric.close(Duration.ofSeconds(20)).clean()).isTrue();
    for (int n = 0; n < MESSAGES; n++) {
      assertThat(received.get(n)).isEqualTo(1);
    }
    assertThat(worker.handled()).isEqualTo(MESSAGES);
  }

  @Test
  void noMessageIsLostOrDoubledUnderInterruptsAndTimeouts() throws Exception {
    Fabric fabric = Fabric.create();
    Channel<Integer> channel = Weaving.of(fabric, 1, "Stress", this)
        .<Integer>channel("numbers")
        .capacity(2)
        .sentByHand()
        .receivedByHand()
        .make();
    AtomicIntegerArray sent = new AtomicIntegerArray(MESSAGES);
    AtomicIntegerArray received = new AtomicIntegerArray(MESSAGES);
    AtomicInteger next = new AtomicInteger();
    List<Side<Void>> sides = new ArrayList<>();
    for (int i = 0; i < 4; i++) {
      sides.add(Side.run(() -> {
        for (int n = next.getAndIncrement(); n < MESSAGES; n = next.getAndIncrement()) {
          try {
            if (channel.trySend(n, Duration.ofNanos(n % 3 * 20_000L))) {
              sent.incrementAndGet(n);
            }
          } catch (InterruptedException e) {
            continue; // not sent
          }
        }
      }));
    }
    for (int i = 0; i < 4; i++) {
      sides.add(Side.run(() -> {
        while (true) {
          try {
            channel.tryReceive(Duration.ofNanos(20_000)).ifPresent(received::incrementAndGet);
          } catch (InterruptedException e) {
            continue; // nothing received
          } catch (ChannelClosedException e) {
            return;
          }
        }
      }));
    }
    while (next.get() < MESSAGES) {
      sides.forEach(Side::interrupt);
      Thread.onSpinWait();
    }
    sides.subList(0, 4).forEach(Side::result);
    channel.close();
    sides.forEach(Side::result);
    int accepted = 0;
    for (int n = 0; n < MESSAGES; n++) {
      assertThat(received.get(n)).isEqualTo(sent.get(n));
      accepted += sent.get(n);
    }
    assertThat(accepted).isPositive();
    assertThat(channel.unfinished()).isZero();
  }

  @Test
  void startAndCloseMayRaceAndNothingIsLeft() {
    for (int round = 0; round < 200; round++) {
      Fabric fabric = Fabric.create();
      CountDownLatch go = new CountDownLatch(1);
      List<Worker> workers = new ArrayList<>();
      Weaving weaving = Weaving.of(fabric, 1, "Race", this);
      Channel<Integer> numbers = weaving.<Integer>channel("numbers").capacity(1).make();
      AtomicInteger sent = new AtomicInteger();
      AtomicInteger taken = new AtomicInteger();
      workers.add(weaving.producer("read").pulls(sent::incrementAndGet, numbers));
      workers.add(weaving.consumer("take", numbers).runs(n -> taken.incrementAndGet()));
      workers.add(weaving.daemon("drive").runs(Eventually::forEver));
      workers.add(weaving.timer("tick").every(Duration.ofNanos(1)).runs(() -> {}));
      weaving.register();
      Side<Void> starting = Side.run(() -> {
        go.await();
        try {
          fabric.start();
        } catch (FabricClosedException e) {
          return; // close was first
        }
      });
      Side<ShutdownReport> closing = Side.call(() -> {
        go.await();
        return fabric.close(Duration.ofSeconds(20));
      });
      go.countDown();
      starting.result();
      ShutdownReport report = closing.result();
      assertThat(report.clean()).as("round %s: %s", round, report).isTrue();
      assertThat(taken).hasValue(sent.get());
      assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
      Eventually.until(() -> workers.stream().noneMatch(Worker::isAlive)); // one is a daemon
      assertThat(fabric.threads()).isEmpty();
    }
  }

  @Test
  void makingAndClosingMayRaceAndNothingIsLeft() {
    for (int round = 0; round < 200; round++) {
      Fabric fabric = Fabric.create();
      fabric.start();
      CountDownLatch go = new CountDownLatch(1);
      List<Worker> workers = new ArrayList<>();
      Side<Void> making = Side.run(() -> {
        go.await();
        try {
          while (true) {
            Weaving weaving = Weaving.of(fabric, 1, "Race", new Object());
            workers.add(weaving.daemon("drive").runs(Eventually::forEver));
            weaving.register();
            fabric.start();
          }
        } catch (FabricClosedException e) {
          return; // that is the end
        }
      });
      Side<ShutdownReport> closing = Side.call(() -> {
        go.await();
        return fabric.close(Duration.ofSeconds(20));
      });
      go.countDown();
      closing.result();
      making.result();
      Eventually.until(() -> workers.stream().noneMatch(Worker::isAlive));
    }
  }

  @Test
  void taskAndCloseMayRaceAndEveryTaskEnds() {
    for (int round = 0; round < 200; round++) {
      Fabric fabric = Fabric.create();
      CountDownLatch go = new CountDownLatch(1);
      List<Task<?>> tasks = new ArrayList<>();
      Side<Void> making = Side.run(() -> {
        go.await();
        try {
          for (int i = 0; i < 100; i++) {
            tasks.add(fabric.submit("task", () -> 1));
            tasks.add(fabric.after(Duration.ofNanos(i), "late", () -> {}));
          }
        } catch (FabricClosedException e) {
          return; // close was first
        }
      });
      Side<ShutdownReport> closing = Side.call(() -> {
        go.await();
        return fabric.close(Duration.ofSeconds(20));
      });
      go.countDown();
      ShutdownReport report = closing.result();
      making.result();
      assertThat(report.clean()).as("round %s: %s", round, report).isTrue();
      assertThat(tasks).allMatch(Task::isDone);
      assertThat(fabric.tasks()).isEmpty();
    }
  }

  @Test
  void stopAndStartMayRaceWithWork() throws Exception {
    try (Fabric fabric = Fabric.create()) {
      Weaving weaving = Weaving.of(fabric, 1, "Race", this);
      Channel<Integer> numbers =
          weaving.<Integer>channel("numbers").capacity(4).sentByHand().make();
      AtomicInteger taken = new AtomicInteger();
      Worker worker =
          weaving.consumer("take", numbers).concurrency(2).runs(n -> taken.incrementAndGet());
      weaving.register();
      fabric.start();
      List<Side<Void>> senders = sendAll(numbers, 2);
      while (senders.stream().anyMatch(sender -> !sender.isOver())) {
        worker.stop();
        worker.join();
        worker.start();
        worker.pause();
        worker.resume();
      }
      senders.forEach(Side::result);
      numbers.awaitIdle();
      assertThat(taken).hasValue(MESSAGES);
    }
  }
}
