package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Channel;
import io.lappet.ChannelClosedException;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.ShutdownReport;
import io.lappet.Worker;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.ConsumerMaker;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/**
 * A pipeline of three stages in virtual time, with failures, retries and dead letters, to which
 * something happens in the middle. Whatever that is, every item is accounted for. Each seed makes
 * another pipeline and another course of events; {@code -Dlappet.pipeline.seeds=N} tries N of them,
 * from {@code -Dlappet.pipeline.first} on.
 */
class PipelineSeedsTest {
  private static final int SEEDS = Integer.getInteger("lappet.pipeline.seeds", 300);
  private static final int FIRST = Integer.getInteger("lappet.pipeline.first", 1);

  /** What happens in the middle. */
  private enum Event {
    NOTHING,
    CLOSE,
    CLOSE_NOW,
    STOP_A_WORKER,
    STOP_AND_START_A_WORKER,
    PAUSE_A_WORKER,
    CLOSE_FABRIC,
    CLOSE_FABRIC_SOON,
    CLOSE_FABRIC_AT_ONCE
  }

  @Test
  @Timeout(3600)
  void everyItemIsAccountedForWhateverHappens() throws Exception {
    Set<Event> seen = new HashSet<>();
    for (int seed = FIRST; seed < FIRST + SEEDS; seed++) {
      try {
        seen.add(new Pipeline(seed).run());
      } catch (Throwable e) {
        throw new AssertionError("seed " + seed + ": " + e.getMessage(), e);
      }
    }
    assertThat(SEEDS < 100 || seen.size() == Event.values().length).isTrue();
  }

  /** A failure that knows which items it stands for. */
  private static final class Broken extends Exception {
    private static final long serialVersionUID = 1L;

    private final transient List<Integer> items;

    Broken(List<Integer> items) {
      super("broken");
      this.items = items;
    }
  }

  /** One pipeline and its items. One thread runs at a time, so nothing here is guarded. */
  private static final class Pipeline implements FabricListener {
    private final int seed;
    private final SplittableRandom random;
    private final TestFabric fabric;
    private final Weaving weaving;
    private final int itemsOfEach;
    private final List<Worker> workers = new ArrayList<>();
    private final List<Channel<?>> channels = new ArrayList<>();
    private final boolean inOrder;

    private final int[] made;
    private final boolean[] threw;
    private int attempts;
    private final List<Integer> stored = new ArrayList<>();
    private final List<Integer> buried = new ArrayList<>();
    private final List<Integer> returned = new ArrayList<>();
    private int refused;
    private final Set<Integer> failed = new HashSet<>();

    Pipeline(int seed) {
      this.seed = seed;
      this.random = new SplittableRandom(seed);
      this.fabric = TestFabric.create(seed, Fabric.builder().listener(this));
      this.weaving = Weaving.of(fabric, 1, "Line", this);
      this.itemsOfEach = random.nextInt(1, 25);
      int producers = random.nextInt(1, 3);
      this.made = new int[producers];
      this.threw = new boolean[producers];
      int parsers = random.nextInt(1, 4);
      int order = random.nextInt(4);
      final Channel<Integer> raw = ordered(
              weaving.<Integer>channel("raw").sentBy("any", producers).receivedBy("any", parsers),
              order)
          .make();
      int storers = random.nextInt(1, 3);
      this.inOrder = order > 1 && parsers == 1 && storers == 1;
      final Channel<Integer> parsed = weaving
          .<Integer>channel("parsed")
          .capacity(capacity())
          .sentBy("any", parsers)
          .receivedBy("any", storers)
          .make();
      final Channel<DeadLetter<Integer>> dead = weaving
          .<DeadLetter<Integer>>channel("dead")
          .capacity(capacity())
          .sentBy("any", parsers + storers)
          .receivedBy("any")
          .make();
      channels.addAll(List.of(raw, parsed, dead));
      for (int i = 0; i < producers; i++) {
        int producer = i;
        workers.add(weaving.producer("make" + i).pulls(() -> make(producer), raw));
      }
      workers.add(weaving
          .consumer("parse", raw)
          .concurrency(parsers)
          .retries(random.nextInt(3))
          .backoff(Duration.ofMillis(random.nextInt(4)))
          .deadLetter(dead)
          .maps(this::parse, parsed));
      ConsumerMaker<Integer> store = weaving
          .consumer("store", parsed)
          .concurrency(storers)
          .retries(random.nextInt(2))
          .backoff(Duration.ofMillis(1));
      if (random.nextBoolean()) {
        store.deadLetter(dead);
      }
      if (random.nextBoolean()) {
        workers.add(store.runs(item -> store(List.of(item))));
      } else {
        workers.add(store
            .batch(random.nextInt(2, 6))
            .linger(Duration.ofMillis(random.nextInt(3)))
            .runsBatch(this::store));
      }
      workers.add(weaving.consumer("bury", dead).runs(letter -> buried.add(letter.message())));
      weaving.register();
    }

    private int capacity() {
      return switch (random.nextInt(6)) {
        case 0 -> 0;
        case 1 -> Integer.MAX_VALUE;
        default -> 1 << random.nextInt(4);
      };
    }

    private ChannelMaker<Integer> ordered(ChannelMaker<Integer> maker, int order) {
      return switch (order) {
        case 0 -> maker.lifo().capacity(random.nextInt(1, 6));
        case 1 -> maker.priority(Comparator.reverseOrder()).capacity(random.nextInt(1, 6));
        default -> maker.capacity(capacity());
      };
    }

    // ---- What the workers do

    /** Whether the next attempt fails: one in {@code many}, in a way that the seed decides. */
    private boolean fails(int many) {
      return new SplittableRandom((long) seed << 32 | attempts++).nextInt(many) == 0;
    }

    private void work() throws InterruptedException {
      int micros = new SplittableRandom((long) seed << 32 | attempts++).nextInt(3000);
      if (micros < 2000) {
        fabric.sleep(Duration.ofNanos(micros * 1000L));
      }
    }

    private Integer make(int producer) throws InterruptedException, Broken {
      if (made[producer] == itemsOfEach) {
        return null;
      }
      work();
      if (!threw[producer] && fails(10)) {
        threw[producer] = true; // not twice in a row, which might fail the fabric
        throw new Broken(List.of());
      }
      threw[producer] = false;
      return producer * 1000 + made[producer]++;
    }

    private int parse(int item) throws InterruptedException, Broken {
      work();
      if (fails(4)) {
        throw new Broken(List.of(item));
      }
      return item;
    }

    private void store(List<Integer> items) throws InterruptedException, Broken {
      work();
      if (fails(6)) {
        throw new Broken(items);
      }
      stored.addAll(items);
    }

    @Override
    public void onFailure(Failure failure) {
      if (failure.cause() instanceof Broken broken) {
        failed.addAll(broken.items);
      } else {
        assertThat(failure.cause()).isInstanceOf(ChannelClosedException.class);
        refused++;
      }
    }

    // ---- What happens to them

    Event run() throws Exception {
      fabric.start();
      fabric.advance(Duration.ofNanos(random.nextInt(40_000_000)));
      Event event = Event.values()[random.nextInt(Event.values().length)];
      ShutdownReport report = happen(event);
      if (report == null) {
        fabric.advance(Duration.ofMinutes(1));
        report = fabric.close(Duration.ofMinutes(1));
      }
      account(event, report);
      return event;
    }

    private ShutdownReport happen(Event event) {
      Worker worker = workers.get(random.nextInt(workers.size()));
      Channel<?> channel = channels.get(random.nextInt(channels.size()));
      switch (event) {
        case NOTHING -> {}
        case CLOSE -> channel.close();
        case CLOSE_NOW -> {
          for (Object rest : channel.closeNow()) {
            returned.add(
                rest instanceof DeadLetter<?> letter ? (Integer) letter.message() : (Integer) rest);
          }
        }
        case STOP_A_WORKER -> worker.stop();
        case STOP_AND_START_A_WORKER -> {
          worker.stop();
          fabric.advance(Duration.ofMillis(100));
          if (worker.state() == Worker.State.STOPPED) {
            worker.start();
          }
        }
        case PAUSE_A_WORKER -> {
          worker.pause();
          fabric.advance(Duration.ofMillis(100));
          worker.resume();
        }
        case CLOSE_FABRIC -> {
          return fabric.close(Duration.ofMinutes(1));
        }
        case CLOSE_FABRIC_SOON -> {
          return fabric.close(Duration.ofMillis(random.nextInt(20)));
        }
        case CLOSE_FABRIC_AT_ONCE -> {
          return fabric.close(Duration.ZERO);
        }
      }
      return null;
    }

    private void account(Event event, ShutdownReport report) {
      int all = 0;
      for (int number : made) {
        all += number;
      }
      List<Integer> known = new ArrayList<>(stored);
      known.addAll(buried);
      known.addAll(returned);
      failed.removeAll(buried); // of a batch whose letters were refused in the middle
      int undelivered =
          report.undelivered().values().stream().mapToInt(Integer::intValue).sum();
      String what = event + ", " + report + ", stored " + stored + ", buried " + buried
          + ", returned " + returned + ", refused " + refused + ", failed " + failed;
      assertThat(known).as(what).doesNotHaveDuplicates();
      assertThat(known.size() + refused + failed.size() + undelivered).as(what).isEqualTo(all);
      assertThat(report.stuck()).as(what).isEmpty();
      if (event == Event.NOTHING
          || event == Event.PAUSE_A_WORKER
          || event == Event.STOP_AND_START_A_WORKER) {
        assertThat(all).as(what).isEqualTo(itemsOfEach * made.length);
      }
      if (event.ordinal() <= Event.CLOSE_FABRIC.ordinal() && event != Event.STOP_A_WORKER) {
        assertThat(report.clean()).as(what).isTrue();
      }
      if (inOrder) {
        for (int producer = 0; producer < made.length; producer++) {
          int number = producer;
          assertThat(stored.stream().filter(item -> item / 1000 == number).toList())
              .as(what)
              .isSorted();
        }
      }
    }
  }
}
