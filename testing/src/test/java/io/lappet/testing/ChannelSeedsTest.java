package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.DeadLetter;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** Channels of every order, topics and batches, in many orders of threads. */
class ChannelSeedsTest {
  private static final Duration MOMENT = Duration.ofMillis(1);
  private static final Duration SECOND = Duration.ofSeconds(1);

  private static Weaving weave(TestFabric fabric) {
    return Weaving.of(fabric, 1, "Pipeline", new Object());
  }

  private static List<Integer> upTo(int end) {
    return IntStream.range(0, end).boxed().toList();
  }

  private static Task<Void> send(TestFabric fabric, Channel<Integer> channel, int from, int to) {
    return fabric.submit("send", () -> {
      for (int i = from; i < to; i++) {
        channel.send(i);
      }
      return null;
    });
  }

  /** Receives until the end, in another way each time. */
  private static Task<List<Integer>> receive(TestFabric fabric, Channel<Integer> channel) {
    return fabric.submit("receive", () -> {
      List<Integer> all = new ArrayList<>();
      try {
        while (true) {
          all.add(channel.receive());
          channel.tryReceive().ifPresent(all::add);
          channel.tryReceive(MOMENT).ifPresent(all::add);
        }
      } catch (ChannelClosedException e) {
        return all;
      }
    });
  }

  @LappetTest(seeds = 100)
  void whatIsHandedOverIsReceivedOnce(TestFabric fabric) {
    passesOnEverything(fabric, 0);
  }

  @LappetTest(seeds = 60)
  void whatIsSentIsReceivedOnce(TestFabric fabric) {
    passesOnEverything(fabric, 2);
  }

  private static void passesOnEverything(TestFabric fabric, int capacity) {
    Channel<Integer> channel = weave(fabric)
        .<Integer>channel("raw")
        .capacity(capacity)
        .sentByHand()
        .receivedByHand()
        .make();
    List<Task<Void>> senders = List.of(
        send(fabric, channel, 0, 10), send(fabric, channel, 10, 20), send(fabric, channel, 20, 30));
    List<Task<List<Integer>>> receivers =
        List.of(receive(fabric, channel), receive(fabric, channel));
    senders.forEach(Task::join);
    channel.close();
    List<Integer> all = new ArrayList<>();
    receivers.forEach(receiver -> all.addAll(receiver.join()));
    assertThat(all).containsExactlyInAnyOrderElementsOf(upTo(30));
    assertThat(channel.unfinished()).isZero();
    assertThat(channel.stats().sent()).isEqualTo(30);
  }

  @LappetTest(seeds = 100)
  void anInterruptedHandOverHappensOrDoesNot(TestFabric fabric) {
    Channel<Integer> channel = weave(fabric)
        .<Integer>channel("raw")
        .capacity(0)
        .sentByHand()
        .receivedByHand()
        .make();
    Task<Boolean> sender = fabric.submit("send", () -> {
      try {
        channel.send(1);
        return true;
      } catch (InterruptedException e) {
        return false;
      }
    });
    Task<Optional<Integer>> receiver = fabric.submit("receive", () -> channel.tryReceive(MOMENT));
    fabric.submit("interrupt", () -> {
      fabric.threads().stream()
          .filter(thread -> thread.getName().startsWith("send"))
          .forEach(Thread::interrupt);
      return null;
    });
    fabric.advance(SECOND);
    boolean sent = sender.isDone() && !sender.isCancelled() && sender.join();
    assertThat(receiver.join().isPresent()).isEqualTo(sent);
    assertThat(channel.stats().sent()).isEqualTo(sent ? 1 : 0);
  }

  /** A message that is due at a time of the fabric. */
  private record Due(TestFabric fabric, long at) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(at - fabric.time().nanos(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(at, ((Due) other).at);
    }
  }

  @LappetTest(seeds = 100)
  void aDelayedMessageIsHandledAtTheVeryInstant(TestFabric fabric) {
    Weaving weaving = weave(fabric);
    Channel<Due> due = weaving.<Due>channel("due").sentByHand().delayed().make();
    List<Long> late = new ArrayList<>();
    weaving.consumer("take", due).concurrency(2).runs(message -> {
      late.add(fabric.time().nanos() - message.at);
    });
    weaving.register();
    fabric.start();
    for (int i = 0; i < 5; i++) {
      int number = i;
      fabric.submit("send", () -> {
        for (int round = 1; round <= 4; round++) {
          due.send(new Due(fabric, 1_000_000_000L * (round * 7 + number) % 23_000_000_000L));
          fabric.sleep(MOMENT);
        }
        return null;
      });
    }
    fabric.advance(Duration.ofSeconds(30));
    assertThat(late).hasSize(20);
    assertThat(late).allMatch(nanos -> nanos >= 0 && nanos <= 10 * MOMENT.toNanos());
    assertThat(due.unfinished()).isZero();
  }

  @LappetTest(seeds = 100)
  void eachKeyKeepsItsOrderAndOthersPass(TestFabric fabric) {
    Weaving weaving = weave(fabric);
    Channel<Integer> numbers = weaving
        .<Integer>channel("numbers")
        .capacity(5)
        .sentByHand()
        .keyed(number -> number % 3)
        .make();
    List<List<Integer>> seen = List.of(new ArrayList<>(), new ArrayList<>(), new ArrayList<>());
    int[] inside = new int[3];
    weaving.consumer("count", numbers).concurrency(3).retries(1).runs(number -> {
      int key = number % 3;
      assertThat(++inside[key]).isEqualTo(1);
      fabric.sleep(MOMENT.multipliedBy(1 + key));
      inside[key]--;
      seen.get(key).add(number);
    });
    weaving.register();
    fabric.start();
    send(fabric, numbers, 0, 30);
    fabric.advance(SECOND);
    for (int key = 0; key < 3; key++) {
      int of = key;
      assertThat(seen.get(key))
          .isEqualTo(upTo(30).stream().filter(i -> i % 3 == of).toList());
    }
    assertThat(fabric.failure()).isEmpty();
    assertThat(numbers.unfinished()).isZero();
  }

  @LappetTest(seeds = 40)
  void aTopicReachesEverybodyWhoIsLeft(TestFabric fabric) {
    Weaving weaving = weave(fabric);
    Channel<Integer> news =
        weaving.<Integer>channel("news").capacity(2).sentByHand().topic().make();
    List<Integer> one = new ArrayList<>();
    List<Integer> two = new ArrayList<>();
    weaving.consumer("one", news).concurrency(2).runs(message -> {
      fabric.sleep(MOMENT);
      one.add(message);
    });
    weaving.consumer("two", news).batch(3).linger(MOMENT).runsBatch(two::addAll);
    Object guest = new Object();
    Weaving other = Weaving.of(fabric, 1, "Guest", guest);
    other.consumer("leave", news).runs(message -> fabric.sleep(MOMENT));
    other.register();
    weaving.register();
    fabric.start();
    fabric.submit("stop", () -> {
      fabric.sleep(MOMENT.multipliedBy(5));
      return fabric.stop(guest, SECOND);
    });
    Task<Void> sender = send(fabric, news, 0, 20);
    fabric.advance(SECOND);
    assertThat(sender.isDone()).isTrue();
    assertThat(one).containsExactlyInAnyOrderElementsOf(upTo(20));
    assertThat(two).isEqualTo(upTo(20));
    assertThat(news.unfinished()).isZero();
  }

  @LappetTest(seeds = 60)
  void aTopicHandsOverToEverybody(TestFabric fabric) {
    Weaving weaving = weave(fabric);
    Channel<Integer> news =
        weaving.<Integer>channel("news").capacity(0).sentByHand().topic().make();
    List<Integer> one = new ArrayList<>();
    List<Integer> two = new ArrayList<>();
    weaving.consumer("one", news).runs(one::add);
    weaving.consumer("two", news).concurrency(2).runs(two::add);
    weaving.register();
    fabric.start();
    List<Task<Void>> senders = List.of(send(fabric, news, 0, 10), send(fabric, news, 10, 20));
    fabric.advance(SECOND);
    assertThat(senders).allMatch(Task::isDone);
    assertThat(one).containsExactlyInAnyOrderElementsOf(upTo(20));
    assertThat(two).containsExactlyInAnyOrderElementsOf(upTo(20));
  }

  @LappetTest(seeds = 60)
  void aBatchLingersFromItsFirstMessage(TestFabric fabric) {
    Weaving weaving = weave(fabric);
    Channel<Integer> in = weaving.<Integer>channel("in").sentByHand().make();
    List<List<Integer>> batches = new ArrayList<>();
    List<Long> times = new ArrayList<>();
    weaving.consumer("take", in).batch(10).linger(SECOND).runsBatch(batch -> {
      batches.add(batch);
      times.add(fabric.time().nanos() / 1_000_000);
    });
    weaving.register();
    fabric.start();
    fabric.submit("send", () -> {
      for (int i = 0; i < 6; i++) {
        in.send(i);
        fabric.sleep(Duration.ofMillis(400));
      }
      return null;
    });
    fabric.advance(Duration.ofSeconds(10));
    assertThat(batches).containsExactly(List.of(0, 1, 2), List.of(3, 4, 5));
    assertThat(times).containsExactly(1000L, 2200L);
  }

  /** Every message is accounted for: handled, a dead letter, or in the report. */
  @LappetTest(seeds = 300)
  void aPipelineThatIsClosedInTheMiddleAccountsForEveryMessage(TestFabric fabric) throws Exception {
    Weaving weaving = weave(fabric);
    Channel<Integer> raw = weaving.<Integer>channel("raw").capacity(3).make();
    Channel<Integer> parsed = weaving
        .<Integer>channel("parsed")
        .capacity(3)
        .keyed(number -> number % 2)
        .make();
    Channel<Integer> sums = weaving.<Integer>channel("sums").capacity(3).lifo().make();
    Channel<DeadLetter<Integer>> dead =
        weaving.<DeadLetter<Integer>>channel("dead").capacity(1).make();
    Iterator<Integer> source = upTo(40).iterator();
    int[] made = {0};
    int[] handled = {0};
    int[] buried = {0};
    boolean[] failed = new boolean[40];
    weaving
        .producer("read")
        .pulls(
            () -> {
              fabric.sleep(MOMENT);
              if (!source.hasNext()) {
                return null;
              }
              made[0]++;
              return source.next();
            },
            raw);
    weaving
        .consumer("parse", raw)
        .concurrency(2)
        .retries(1)
        .backoff(MOMENT)
        .deadLetter(dead)
        .maps(
            number -> {
              if (number % 5 == 0) {
                throw new IllegalStateException("never");
              }
              if (number % 3 == 0 && !failed[number]) {
                failed[number] = true;
                throw new IllegalStateException("not the first time");
              }
              fabric.sleep(MOMENT);
              return number;
            },
            parsed);
    weaving.consumer("check", parsed).concurrency(2).maps(number -> number, sums);
    weaving.consumer("sum", sums).batch(4).linger(MOMENT).deadLetter(dead).runsBatch(batch -> {
      fabric.sleep(MOMENT);
      if (batch.contains(11) || batch.contains(22)) {
        throw new IllegalStateException("never");
      }
      handled[0] += batch.size();
    });
    weaving.consumer("bury", dead).runs(letter -> {
      fabric.sleep(MOMENT);
      buried[0]++;
    });
    weaving.register();
    fabric.start();
    long seed = fabric.seed().orElse(0);
    fabric.advance(MOMENT.multipliedBy(seed % 40));
    ShutdownReport report = fabric.close(MOMENT.multipliedBy(seed % 7));
    int left =
        report.undelivered().values().stream().mapToInt(Integer::intValue).sum();
    assertThat(handled[0] + buried[0] + left).as("%s", report).isEqualTo(made[0]);
    if (report.clean()) {
      assertThat(left).isZero();
    }
  }
}
