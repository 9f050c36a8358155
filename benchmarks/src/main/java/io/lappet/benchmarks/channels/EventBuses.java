package io.lappet.benchmarks.channels;

import com.google.common.eventbus.AllowConcurrentEvents;
import com.google.common.eventbus.AsyncEventBus;
import com.google.common.eventbus.Subscribe;
import java.util.Iterator;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;

/**
 * Guava's event bus with a pool, since the plain one calls the consumer on the thread of the
 * producer. The pool has a thread for each consumer, and a bounded queue whose overflow waits.
 */
final class EventBuses {
  private EventBuses() {}

  static AutoCloseable open(Round round) {
    Iterator<Sink> sinks = round.sinks.iterator();
    int threads = round.sinks.size();
    ThreadPoolExecutor pool = new ThreadPoolExecutor(
        threads,
        threads,
        0,
        TimeUnit.SECONDS,
        new ArrayBlockingQueue<>(Contenders.CAPACITY),
        body -> new Consumer(body, sinks.next()),
        EventBuses::putWhenThereIsRoom);
    pool.prestartAllCoreThreads();
    AsyncEventBus bus = new AsyncEventBus(pool);
    bus.register(new Subscriber());
    Loops producers = new Loops(round, bus::post);
    return () -> {
      producers.close();
      pool.shutdown();
    };
  }

  private static void putWhenThereIsRoom(Runnable call, ThreadPoolExecutor pool) {
    try {
      pool.getQueue().put(call);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RejectedExecutionException(e);
    }
  }

  /** A thread of the pool, with what it counts in. */
  private static final class Consumer extends Thread {
    private final Sink sink;

    Consumer(Runnable body, Sink sink) {
      super(body);
      this.sink = sink;
    }
  }

  /** What is called for each item; without the second annotation it would be locked, too. */
  private static final class Subscriber {
    @Subscribe
    @AllowConcurrentEvents
    @SuppressWarnings("unused") // called by the bus
    public void accept(Integer item) {
      ((Consumer) Thread.currentThread()).sink.accept(item);
    }
  }
}
