package io.lappet.benchmarks;

import com.google.common.util.concurrent.Striped;
import io.lappet.gen.KeyedMonitor;
import java.util.SplittableRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.Lock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;

/**
 * A lock by key, taken and given back as generated code does, beside Guava's {@link Striped}, which
 * shares a lock among the keys that fall together.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class KeyedLockBenchmark {
  private static final int KEYS = 1024;

  private final KeyedMonitor keyed = KeyedMonitor.of("KeyedLockBenchmark.keys");
  private final Striped<Lock> striped = Striped.lock(64);

  /** The keys of one thread, in a random order; the threads share them. */
  @State(Scope.Thread)
  public static class Keys {
    private final Long[] keys =
        new SplittableRandom().longs(KEYS, 0, 10_000).boxed().toArray(Long[]::new);
    private int next;

    Long next() {
      return keys[next++ & (KEYS - 1)];
    }
  }

  /** A count that nobody shares, so that the lock is what is measured. */
  @State(Scope.Thread)
  public static class Count {
    private long value;
  }

  /** By key. */
  @Benchmark
  public long keyed(Keys keys, Count count) {
    return keyed(keys.next(), count);
  }

  /** By stripe. */
  @Benchmark
  public long striped(Keys keys, Count count) {
    return striped(keys.next(), count);
  }

  /** By key, two threads. */
  @Benchmark
  @Threads(2)
  public long keyedByTwo(Keys keys, Count count) {
    return keyed(keys.next(), count);
  }

  /** By stripe, two threads. */
  @Benchmark
  @Threads(2)
  public long stripedByTwo(Keys keys, Count count) {
    return striped(keys.next(), count);
  }

  private long keyed(Long key, Count count) {
    keyed.enter(key);
    try {
      return ++count.value;
    } finally {
      keyed.exit(key);
    }
  }

  private long striped(Long key, Count count) {
    Lock lock = striped.get(key);
    lock.lock();
    try {
      return ++count.value;
    } finally {
      lock.unlock();
    }
  }
}
