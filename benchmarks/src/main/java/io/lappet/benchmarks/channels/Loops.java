package io.lappet.benchmarks.channels;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;

/** Threads with loops around a queue, as one writes them by hand. */
@SuppressWarnings("try") // close() may be interrupted, which ends the benchmark
final class Loops implements AutoCloseable {
  private final Round round;
  private final List<Thread> producers = new ArrayList<>();
  private final List<Thread> consumers = new ArrayList<>();

  /** How an item goes into the queue. */
  @FunctionalInterface
  interface Put {
    void put(Integer item) throws InterruptedException;
  }

  /** How items come out, one or several, and go to the consumer's sink. */
  @FunctionalInterface
  interface Take {
    void take(Sink sink) throws InterruptedException;
  }

  /** Producers alone; somebody else calls the consumers. */
  Loops(Round round, Put put) {
    this.round = round;
    for (Supply supply : round.supplies) {
      producers.add(new Thread(() -> produce(supply, put)));
    }
    producers.forEach(Thread::start);
  }

  /** Producers and consumers. */
  Loops(Round round, Put put, Take take) {
    this(round, put);
    for (Sink sink : round.sinks) {
      consumers.add(new Thread(() -> consume(sink, take)));
    }
    consumers.forEach(Thread::start);
  }

  static Loops around(Round round, BlockingQueue<Integer> queue) {
    return new Loops(round, queue::put, sink -> sink.accept(queue.take()));
  }

  /** For one consumer, with a list that gets what is there, up to a batch. */
  static Loops draining(Round round, BlockingQueue<Integer> queue) {
    List<Integer> batch = new ArrayList<>(Contenders.BATCH);
    return new Loops(round, queue::put, sink -> {
      batch.add(queue.take());
      queue.drainTo(batch, Contenders.BATCH - 1);
      for (Integer item : batch) {
        sink.accept(item);
      }
      batch.clear();
    });
  }

  private static void produce(Supply supply, Put put) {
    try {
      for (Integer item = supply.next(); item != null; item = supply.next()) {
        put.put(item);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
  }

  private static void consume(Sink sink, Take take) {
    try {
      while (!Thread.currentThread().isInterrupted()) {
        take.take(sink);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
  }

  @Override
  public void close() throws InterruptedException {
    round.stop();
    for (Thread producer : producers) {
      producer.join();
    }
    for (Thread consumer : consumers) {
      consumer.interrupt();
      consumer.join();
    }
  }
}
