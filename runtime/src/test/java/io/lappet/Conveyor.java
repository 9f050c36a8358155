package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.ConsumerMaker;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Delayed;
import java.util.concurrent.TimeUnit;
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
  final Ledger ledger;
  final List<Worker> producers = new ArrayList<>();
  final Worker consumer;
  final String what;

  private final Form form;
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

    Object next() {
      if (!more.test(made)) {
        return null;
      }
      unrest.nowAndThen();
      return form.wrap(Ledger.message(number, made++), unrest);
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
    this.form = form;
    this.ledger = new Ledger(form.isInOrder());
    this.seed = seed;
    this.seldom = seldom;
    this.more = more;
    this.what = ends + ", " + form + what + ", seed " + seed;
    AtomicInteger takers = new AtomicInteger(1000);
    this.unrest =
        ThreadLocal.withInitial(() -> new Unrest(seed * 31 + takers.incrementAndGet(), seldom));
    Weaving weaving = Weaving.of(fabric, 1, "Line", this);
    Channel<Object> belt = form.of(weaving.<Object>channel("belt"))
        .sentBy("any", ends.senders())
        .receivedBy("any", ends.receivers())
        .make();
    for (int i = 0; i < ends.producers(); i++) {
      int threads = ends.senders() / ends.producers();
      producers.add(weaving.producer("make" + i).concurrency(threads).pulls(this::next, belt));
    }
    Function<Long, Ledger.Page> pages = pages(ends);
    ConsumerMaker<Object> take = weaving.consumer("take", belt).concurrency(ends.receivers());
    if (form.batch() == 0) {
      consumer = take.runs(sent -> {
        unrest.get().nowAndThen();
        long message = unwrap(sent);
        pages.apply(message).add(message);
      });
    } else {
      consumer = take.batch(form.batch())
          .linger(Duration.ofNanos(form.batch()))
          .runsBatch(batch -> {
            unrest.get().nowAndThen();
            for (Object sent : batch) {
              long message = unwrap(sent);
              pages.apply(message).add(message);
            }
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

  /** In which order the channel gives messages out. */
  enum Order {
    FIFO,
    LIFO,
    PRIORITY,
    DELAY
  }

  /**
   * What is declared besides the ends.
   *
   * @param keyed whether the messages of each sender have a key of their own
   * @param batch how many messages one call gets at most; 0 for one without a list
   */
  record Form(Order order, int capacity, Overflow overflow, boolean keyed, int batch) {
    static Form of(int capacity) {
      return of(capacity, Overflow.BLOCK);
    }

    static Form of(int capacity, Overflow overflow) {
      return new Form(Order.FIFO, capacity, overflow, false, 0);
    }

    static Form of(Order order, int capacity) {
      return new Form(order, capacity, Overflow.BLOCK, false, 0);
    }

    Form byKey() {
      return new Form(order, capacity, overflow, true, batch);
    }

    Form inBatches(int most) {
      return new Form(order, capacity, overflow, keyed, most);
    }

    /** Whether the messages of one sender come in its order. */
    boolean isInOrder() {
      return order == Order.FIFO || order == Order.PRIORITY;
    }

    private ChannelMaker<Object> of(ChannelMaker<Object> maker) {
      maker.capacity(capacity).overflow(overflow);
      switch (order) {
        case FIFO -> {}
        case LIFO -> maker.lifo();
        case PRIORITY -> maker.priority(Comparator.comparing(Conveyor::unwrap));
        case DELAY -> maker.delayed();
      }
      return keyed ? maker.keyed(sent -> Ledger.sender(unwrap(sent))) : maker;
    }

    private Object wrap(long message, Unrest unrest) {
      return order == Order.DELAY
          ? new Late(message, System.nanoTime() + unrest.next(100_000))
          : (Object) message;
    }

    @Override
    public String toString() {
      return order + ", capacity " + capacity + ", " + overflow + (keyed ? ", by key" : "")
          + (batch == 0 ? "" : ", batches of " + batch);
    }
  }

  /** A message that has a time. */
  private record Late(long message, long due) implements Delayed {
    @Override
    public long getDelay(TimeUnit unit) {
      return unit.convert(due - System.nanoTime(), TimeUnit.NANOSECONDS);
    }

    @Override
    public int compareTo(Delayed other) {
      return Long.compare(due - ((Late) other).due, 0);
    }
  }

  private static long unwrap(Object sent) {
    return sent instanceof Late late ? late.message : (Long) sent;
  }

  /** Where a message is noted: its page has one thread at a time, and is in order. */
  private Function<Long, Ledger.Page> pages(Ends ends) {
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

  private Object next() {
    return sourceOf
        .computeIfAbsent(Thread.currentThread(), thread -> new Source())
        .next();
  }

  /** The channel as a fabric shows it. */
  @SuppressWarnings("unchecked") // it was made so
  Channel<Object> belt() {
    return (Channel<Object>) fabric.channel("Line.belt").orElseThrow();
  }

  List<Worker> workers() {
    List<Worker> workers = new ArrayList<>(producers);
    workers.add(consumer);
    return workers;
  }

  /** Closes the channel at once, and notes what nobody had received when all have ended. */
  void closeNow() throws InterruptedException {
    List<Object> rest = belt().closeNow();
    awaitEnd();
    Ledger.Page page = ledger.page();
    rest.forEach(sent -> page.add(unwrap(sent)));
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
