package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.ConsumerMaker;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import java.util.function.LongPredicate;

/**
 * Pull producers, a channel and one consumer method: nobody else sends or receives. Keeps account of
 * every message, whatever is done to the workers and the channel meanwhile.
 */
final class Conveyor {
  private static final Duration PATIENCE = Duration.ofMinutes(2);

  final List<Failure> failures = new CopyOnWriteArrayList<>();
  final Fabric fabric = Fabric.builder()
      .listener(new FabricListener() {
        @Override
        public void onFailure(Failure failure) {
          failures.add(failure);
        }
      })
      .build();
  final Ledger ledger = new Ledger();
  final List<Worker> producers = new ArrayList<>();
  final Worker consumer;
  final String what;

  private final long seed;
  private final int seldom;
  private final LongPredicate more;
  private final AtomicInteger sources = new AtomicInteger();
  private final Map<Thread, Source> sourceOf = new ConcurrentHashMap<>();
  private final ThreadLocal<Unrest> unrest;

  /** One thread of a producer. */
  private final class Source {
    private final int number = sources.getAndIncrement();
    private final Unrest unrest = new Unrest(seed * 31 + number, seldom);
    private long made; // of its thread, read when that has ended

    Long next() {
      if (!more.test(made)) {
        return null;
      }
      unrest.nowAndThen();
      return Ledger.message(number, made++);
    }
  }

  /**
   * Makes one and starts nothing.
   *
   * @param form what is declared besides the ends
   * @param more whether a producer goes on that has made this many
   * @param seldom how often producers and consumers pause: once in that many messages
   */
  Conveyor(Ends ends, Form form, LongPredicate more, int seldom, long seed, String what) {
    this.seed = seed;
    this.seldom = seldom;
    this.more = more;
    this.what = ends + ", " + form + what + ", seed " + seed;
    AtomicInteger takers = new AtomicInteger(1000);
    this.unrest =
        ThreadLocal.withInitial(() -> new Unrest(seed * 31 + takers.incrementAndGet(), seldom));
    Weaving weaving = Weaving.of(fabric, 1, "Line", this);
    Channel<Long> belt = form.of(weaving.<Long>channel("belt"))
        .sentBy("any", ends.senders())
        .receivedBy("any", ends.receivers())
        .make();
    for (int i = 0; i < ends.producers(); i++) {
      int threads = ends.senders() / ends.producers();
      producers.add(weaving.producer("make" + i).concurrency(threads).pulls(this::next, belt));
    }
    Function<Long, Ledger.Page> pages = pages(ends, form);
    ConsumerMaker<Long> take = weaving.consumer("take", belt).concurrency(ends.receivers());
    if (form.batch() == 0) {
      consumer = take.runs(message -> {
        unrest.get().nowAndThen();
        pages.apply(message).add(message);
      });
    } else {
      consumer = take.batch(form.batch())
          .linger(Duration.ofNanos(form.batch()))
          .runsBatch(batch -> {
            unrest.get().nowAndThen();
            batch.forEach(message -> pages.apply(message).add(message));
          });
    }
    weaving.register();
  }

  /** How many threads send, of how many producers, and how many receive. */
  record Ends(int senders, int producers, int receivers) {
    static Ends of(int senders, int receivers) {
      return new Ends(senders, senders, receivers);
    }

    @Override
    public String toString() {
      return senders + " of " + producers + " to " + receivers;
    }
  }

  /**
   * What is declared besides the ends.
   *
   * @param keyed whether the messages of each sender have a key of their own
   * @param batch how many messages one call gets at most; 0 for one without a list
   */
  record Form(int capacity, Overflow overflow, boolean keyed, int batch) {
    static Form of(int capacity) {
      return of(capacity, Overflow.BLOCK);
    }

    static Form of(int capacity, Overflow overflow) {
      return new Form(capacity, overflow, false, 0);
    }

    private ChannelMaker<Long> of(ChannelMaker<Long> maker) {
      maker.capacity(capacity).overflow(overflow);
      return keyed ? maker.keyed(Ledger::sender) : maker;
    }

    @Override
    public String toString() {
      return "capacity " + capacity + ", " + overflow + (keyed ? ", by key" : "")
          + (batch == 0 ? "" : ", batches of " + batch);
    }
  }

  /** Where a message is noted: its page has one thread at a time, and is in order. */
  private Function<Long, Ledger.Page> pages(Ends ends, Form form) {
    if (ends.receivers() == 1) {
      Ledger.Page only = ledger.page();
      return message -> only; // also if the worker is started again
    }
    if (form.keyed()) {
      Map<Integer, Ledger.Page> ofSender = new ConcurrentHashMap<>();
      return message -> ofSender.computeIfAbsent(Ledger.sender(message), sender -> ledger.page());
    }
    return message -> ledger.pageOfThread();
  }

  private Long next() {
    return sourceOf
        .computeIfAbsent(Thread.currentThread(), thread -> new Source())
        .next();
  }

  /** The channel as a fabric shows it. */
  @SuppressWarnings("unchecked") // it was made so
  Channel<Long> belt() {
    return (Channel<Long>) fabric.channel("Line.belt").orElseThrow();
  }

  List<Worker> workers() {
    List<Worker> workers = new ArrayList<>(producers);
    workers.add(consumer);
    return workers;
  }

  /** Closes the channel at once, and notes what nobody had received when all have ended. */
  void closeNow() throws InterruptedException {
    List<Long> rest = belt().closeNow();
    awaitEnd();
    rest.forEach(ledger.page()::add);
  }

  void awaitEnd() throws InterruptedException {
    for (Worker worker : workers()) {
      assertThat(worker.join(PATIENCE)).as("%s: %s ends", what, worker).isTrue();
    }
  }

  long made() {
    return sourceOf.values().stream().mapToLong(source -> source.made).sum();
  }

  /** How many messages were refused to their senders, which ends those. */
  private long refusedTo(Thread thread) {
    return failures.stream()
        .filter(failure -> failure.thread() == thread)
        .peek(failure ->
            assertThat(failure.cause()).as(what).isInstanceOf(ChannelClosedException.class))
        .count();
  }

  /** Requires that each message was handled, returned by closeNow, or refused. */
  void requireAllOnce() {
    sourceOf.forEach((thread, source) -> {
      long refused = refusedTo(thread);
      assertThat(refused).as(what).isLessThanOrEqualTo(1);
      ledger.requireAll(source.number, source.made - refused, what);
    });
    assertThat(belt().unfinished()).as(what).isZero();
    assertThat(belt().depth()).as(what).isZero();
    assertThat(fabric.close(PATIENCE).clean()).as(what).isTrue();
  }

  /** Requires that all were handled, and in order, but for so many. */
  void requireAllBut(long missing) {
    ledger.requireOrder(what);
    long refused = sourceOf.keySet().stream().mapToLong(this::refusedTo).sum();
    assertThat(ledger.received() + missing + refused).as(what).isEqualTo(made());
  }
}
