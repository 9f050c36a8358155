package io.lappet.benchmarks.channels;

import java.util.List;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/**
 * What is moved and who counts it, whatever moves it: one {@link Supply} a producer and one {@link
 * Sink} a consumer. They outlive a round; between rounds the producers stand at a gate.
 */
final class Round {
  private static final long MINUTES = 5;

  final List<Supply> supplies;
  final List<Sink> sinks;
  private final Semaphore ends = new Semaphore(0);
  private final long valueOfRound;
  private long expected;

  /** {@code shape} is "2+1" for two producers and one consumer; {@code items} for one round. */
  Round(String shape, int items) {
    int producers = shape.charAt(0) - '0';
    int consumers = shape.charAt(2) - '0';
    supplies = IntStream.range(0, producers)
        .mapToObj(i -> new Supply(items / producers))
        .toList();
    sinks = IntStream.range(0, consumers).mapToObj(i -> new Sink(ends)).toList();
    valueOfRound = supplies.stream().mapToLong(Supply::valueOfRound).sum();
  }

  /** Moves all items; returns when the last has been consumed, and fails if one is lost. */
  void run() throws InterruptedException {
    expected += valueOfRound;
    supplies.forEach(Supply::release);
    if (!ends.tryAcquire(supplies.size(), MINUTES, TimeUnit.MINUTES)) {
      throw new IllegalStateException("Consumers got " + got() + " of " + expected);
    }
    // Each producer's last item has come; another consumer may be at one of those before it.
    for (long deadline = System.nanoTime() + TimeUnit.MINUTES.toNanos(MINUTES);
        got() != expected; ) {
      if (got() > expected || System.nanoTime() > deadline) {
        throw new IllegalStateException("Consumers got " + got() + " of " + expected);
      }
      Thread.yield();
    }
  }

  /** Ends the producers. */
  void stop() {
    supplies.forEach(Supply::stop);
  }

  private long got() {
    return sinks.stream().mapToLong(Sink::sum).sum();
  }
}
