package io.lappet.benchmarks;

import io.lappet.annotation.Synchronized;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/** A guarded method, beside {@link ReentrantLock} with try and finally. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LockBenchmark {
  private final Counter woven = new WovenLockBenchmark_Counter();
  private final ByHand byHand = new ByHand();

  /** By annotation. */
  @Benchmark
  public long annotated() {
    return woven.next();
  }

  /** By hand. */
  @Benchmark
  public long byHand() {
    return byHand.next();
  }

  /** What a user of the library writes. */
  abstract static class Counter {
    private long count;

    @Synchronized(lock = "count")
    long next() {
      return ++count;
    }

    @Synchronized(lock = "count")
    long count() {
      return count;
    }
  }

  /** What one writes without it. */
  private static final class ByHand {
    private final ReentrantLock lock = new ReentrantLock();
    private long count;

    long next() {
      lock.lock();
      try {
        return ++count;
      } finally {
        lock.unlock();
      }
    }
  }
}
