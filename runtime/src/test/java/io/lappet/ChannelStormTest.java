package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.ChannelContractTest.Kind;
import io.lappet.Conveyor.Ends;
import io.lappet.Conveyor.Form;
import io.lappet.Conveyor.Order;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Channels in use while everything happens to them: pauses, interrupts, workers that stop and start,
 * and closes of each kind. Each round has a seed, which makes the same pauses, though not the same
 * run. {@code -Dlappet.stress.seconds=N} gives each test that long, {@code -Dlappet.soak.items=N}
 * makes at least as many messages go through each pair of ends.
 */
@Timeout(3600)
class ChannelStormTest {
  private static final long SECONDS = Long.getLong("lappet.stress.seconds", 2);
  private static final long ITEMS = Long.getLong("lappet.soak.items", 0);
  private static final long SEED = Long.getLong("lappet.stress.seed", System.nanoTime());

  /** When to begin no other round, if the time is for so many cases. */
  private static long end(int cases) {
    return System.nanoTime() + SECONDS * 1_000_000_000 / cases;
  }

  // ---- By hand

  static Stream<Arguments> byHand() {
    return Stream.of(0, 1, 2, 7, 256, ChannelSpec.UNBOUNDED)
        .flatMap(capacity -> Stream.of(Overflow.values())
            .filter(overflow -> capacity > 0 || overflow != Overflow.DROP_OLD)
            .flatMap(overflow -> Stream.of(Kind.values())
                .filter(kind -> capacity > 0 || kind == Kind.FIFO)
                .map(kind -> Arguments.of(capacity, overflow, kind))));
  }

  @ParameterizedTest
  @MethodSource("byHand")
  void sendersAndReceiversByHandInAStorm(int capacity, Overflow overflow, Kind kind)
      throws Exception {
    long end = end((int) byHand().count());
    long seed = SEED;
    do {
      for (Ends ends : List.of(Ends.of(1, 1), Ends.of(1, 3), Ends.of(3, 1), Ends.of(3, 3))) {
        new ByHand(ends, capacity, overflow, kind, seed++).run();
      }
    } while (System.nanoTime() < end);
  }

  /** One channel and its senders and receivers, all of which are interrupted again and again. */
  private static final class ByHand {
    private static final int MESSAGES = 500;

    private final Ends ends;
    private final Overflow overflow;
    private final Channel<Long> channel;
    private final Fabric fabric = Fabric.create();
    private final Ledger ledger = new Ledger();
    private final long seed;
    private final String what;

    ByHand(Ends ends, int capacity, Overflow overflow, Kind kind, long seed) {
      this.ends = ends;
      this.overflow = overflow;
      this.seed = seed;
      this.what =
          ends + ", capacity " + capacity + ", " + overflow + ", " + kind + ", seed " + seed;
      this.channel = kind.of(Weaving.of(fabric, 1, "Storm", this).<Long>channel("numbers"))
          .capacity(capacity)
          .overflow(overflow)
          .sentByHand()
          .receivedByHand()
          .make();
    }

    void run() throws Exception {
      Unrest unrest = new Unrest(seed, 1);
      List<Side<Long>> senders = new ArrayList<>();
      List<Side<Void>> receivers = new ArrayList<>();
      for (int i = 0; i < ends.senders(); i++) {
        int sender = i;
        senders.add(Side.call(() -> send(sender)));
      }
      for (int i = 0; i < ends.receivers(); i++) {
        int receiver = i;
        receivers.add(Side.run(() -> receive(receiver)));
      }
      boolean inTheMiddle = unrest.next(2) == 0;
      int rounds = unrest.next(100);
      for (int i = 0; inTheMiddle ? i < rounds : !senders.stream().allMatch(Side::isOver); i++) {
        senders.get(unrest.next(senders.size())).interrupt();
        receivers.get(unrest.next(receivers.size())).interrupt();
        unrest.pause();
      }
      List<Long> rest = List.of();
      if (unrest.next(2) == 0) {
        rest = channel.closeNow();
      } else {
        channel.close();
      }
      long[] sent = senders.stream().mapToLong(Side::result).toArray();
      receivers.forEach(Side::result);
      rest.forEach(ledger.page()::add);
      requireAll(sent);
      assertThat(channel.unfinished()).as(what).isZero();
      assertThat(channel.depth()).as(what).isZero();
      fabric.close();
    }

    private void requireAll(long[] sent) {
      long all = 0;
      for (int sender = 0; sender < sent.length; sender++) {
        all += sent[sender];
        if (channel.dropped() == 0) {
          ledger.requireAll(sender, sent[sender], what);
        }
      }
      ledger.requireOrder(what);
      assertThat(ledger.received() + channel.dropped()).as(what).isEqualTo(all);
      if (overflow == Overflow.BLOCK || overflow == Overflow.FAIL) {
        assertThat(channel.dropped()).as(what).isZero();
      }
    }

    /** Sends in all ways there are; says how many messages have gone in, or were dropped. */
    private long send(int sender) {
      Unrest unrest = new Unrest(seed * 31 + sender, 16);
      long sent = 0;
      while (sent < MESSAGES) {
        unrest.nowAndThen();
        try {
          if (trySend(unrest, Ledger.message(sender, sent)) || overflow == Overflow.DROP_NEW) {
            sent++;
          }
        } catch (InterruptedException | ChannelFullException e) {
          continue; // not sent
        } catch (ChannelClosedException e) {
          return sent;
        }
      }
      return sent;
    }

    private boolean trySend(Unrest unrest, long message) throws InterruptedException {
      switch (unrest.next(4)) {
        case 0 -> {
          return channel.trySend(message);
        }
        case 1 -> {
          return channel.trySend(message, Duration.ofNanos(unrest.next(100_000)));
        }
        default -> {
          channel.send(message);
          return true;
        }
      }
    }

    private void receive(int receiver) {
      Unrest unrest = new Unrest(seed * 37 + receiver, 16);
      Ledger.Page page = ledger.page();
      while (true) {
        unrest.nowAndThen();
        try {
          tryReceive(unrest).ifPresent(page::add);
        } catch (InterruptedException e) {
          continue; // nothing received
        } catch (ChannelClosedException e) {
          return;
        }
      }
    }

    private Optional<Long> tryReceive(Unrest unrest) throws InterruptedException {
      switch (unrest.next(5)) {
        case 0 -> {
          return channel.tryReceive();
        }
        case 1 -> {
          return channel.tryReceive(Duration.ofNanos(unrest.next(100_000)));
        }
        case 2 -> {
          try (Delivery<Long> delivery = channel.take()) {
            return Optional.of(delivery.message());
          }
        }
        default -> {
          return Optional.of(channel.receive());
        }
      }
    }
  }

  // ---- With declared ends

  /** How a round ends. */
  private enum Ending {
    BY_ITSELF,
    CLOSE,
    CLOSE_NOW,
    FABRIC,
    FABRIC_AT_ONCE
  }

  @ParameterizedTest
  @MethodSource("io.lappet.DeclaredEndsTest#endsAndCapacities")
  void workersInAStorm(Ends ends, int capacity) throws Exception {
    long end = end((int) DeclaredEndsTest.endsAndCapacities().count());
    long seed = SEED;
    do {
      for (Ending ending : Ending.values()) {
        Form form = switch ((int) Math.floorMod(seed, 3L)) {
          case 0 -> Form.of(capacity).inBatches(1 + ending.ordinal());
          case 1 -> capacity > 0 ? Form.of(capacity).byKey() : Form.of(capacity);
          default -> Form.of(capacity);
        };
        workersInAStorm(ends, form, ending, 2_000, 64, seed++);
      }
    } while (System.nanoTime() < end);
  }

  /**
   * Many messages in few pauses. Counts only what is known to have been handled in order and once.
   */
  @ParameterizedTest
  @MethodSource("io.lappet.DeclaredEndsTest#ends")
  void soak(Ends ends) throws Exception {
    soak(ends, Form.of(1024), 50_000, (int) DeclaredEndsTest.ends().count());
  }

  static Stream<Arguments> endsAndForms() {
    List<Form> forms = List.of(
        Form.of(0),
        Form.of(7),
        Form.of(ChannelSpec.UNBOUNDED),
        Form.of(64).inBatches(16),
        Form.of(64).byKey(),
        Form.of(Order.LIFO, 64),
        Form.of(Order.PRIORITY, 64),
        Form.of(Order.DELAY, 64));
    return DeclaredEndsTest.ends()
        .flatMap(ends -> forms.stream().map(form -> Arguments.of(ends, form)));
  }

  /** The same for all other kinds of queues, with fewer messages unless many are asked for. */
  @ParameterizedTest
  @MethodSource("endsAndForms")
  void soakOfEachForm(Ends ends, Form form) throws Exception {
    soak(ends, form, 1_000, (int) endsAndForms().count());
  }

  private static void soak(Ends ends, Form form, long least, int cases) throws Exception {
    long begin = System.nanoTime();
    long end = end(cases);
    long perThread = Math.max(least, ITEMS / 40);
    long handled = 0;
    long seed = SEED;
    do {
      for (Ending ending : Ending.values()) {
        handled += workersInAStorm(ends, form, ending, perThread, 1 << 16, seed++);
      }
    } while (handled < ITEMS || System.nanoTime() < end);
    if (ITEMS > 0) {
      long rate = handled * 1_000_000_000 / (System.nanoTime() - begin);
      System.out.printf("soak, %s, %s: %,d messages, %,d a second%n", ends, form, handled, rate);
    }
  }

  /** Runs one round; returns how many messages were handled. */
  private static long workersInAStorm(
      Ends ends, Form form, Ending ending, long most, int seldom, long seed) throws Exception {
    Conveyor conveyor = new Conveyor(ends, form, made -> made < most, seldom, seed, ", " + ending);
    Unrest unrest = new Unrest(seed, 1);
    conveyor.fabric.start();
    int disturbances = unrest.next(100);
    for (int i = 0; i < disturbances; i++) {
      disturb(conveyor, unrest);
    }
    switch (ending) {
      case BY_ITSELF -> conveyor.awaitEnd();
      case CLOSE -> {
        conveyor.belt().close();
        conveyor.awaitEnd();
      }
      case CLOSE_NOW -> conveyor.closeNow();
      case FABRIC ->
        assertThat(conveyor.fabric.close(Duration.ofMinutes(2)).clean()).isTrue();
      case FABRIC_AT_ONCE -> {
        ShutdownReport report = conveyor.fabric.close(Duration.ZERO);
        conveyor.awaitEnd();
        if (report.stuck().isEmpty()) { // or the machine was too busy to end them in time
          conveyor.requireAllBut(report.undelivered().getOrDefault("Line.belt", 0));
        }
        return conveyor.ledger.received();
      }
    }
    conveyor.requireAllOnce();
    return conveyor.ledger.received();
  }

  /** Does one thing to the workers that must not make a difference. */
  private static void disturb(Conveyor conveyor, Unrest unrest) throws InterruptedException {
    List<Worker> workers = conveyor.workers();
    Worker worker = workers.get(unrest.next(workers.size()));
    switch (unrest.next(6)) {
      case 0, 1 -> worker.threads().forEach(Thread::interrupt);
      case 2 -> {
        worker.pause();
        unrest.pause();
        worker.resume();
      }
      case 3 -> {
        worker.stop();
        worker.join();
        if (worker.state() == Worker.State.STOPPED) {
          worker.start();
        }
      }
      default -> unrest.pause();
    }
    unrest.pause();
  }
}
