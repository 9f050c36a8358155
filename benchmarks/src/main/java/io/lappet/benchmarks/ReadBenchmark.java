package io.lappet.benchmarks;

import io.lappet.annotation.Synchronized;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.ReentrantLock;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A method that reads two fields, beside one write in {@link #reads} calls, under a lock of each
 * kind. Run it with one thread and with two.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ReadBenchmark {
  /** How many reads for one write. */
  @Param({"1000", "100000"})
  public int reads;

  private final ByHand byHand = new ByHand();
  private final Exclusive exclusive = new WovenReadBenchmark_Exclusive();
  private final Optimistic optimistic = new WovenReadBenchmark_Optimistic();
  private final Shared shared = new WovenReadBenchmark_Shared();

  /** How far a thread is from its next write. */
  @State(Scope.Thread)
  public static class Turn {
    private int count;

    boolean writes(int reads) {
      if (++count < reads) {
        return false;
      }
      count = 0;
      return true;
    }
  }

  /** The same exclusive lock for all, by hand. */
  @Benchmark
  public long byHand(Turn turn) {
    return turn.writes(reads) ? byHand.add(1) : byHand.sum();
  }

  /** The same exclusive lock for all, woven. */
  @Benchmark
  public long exclusive(Turn turn) {
    return turn.writes(reads) ? exclusive.add(1) : exclusive.sum();
  }

  /** A method that only reads fields, with {@code read = true}. */
  @Benchmark
  public long optimistic(Turn turn) {
    return turn.writes(reads) ? optimistic.add(1) : optimistic.sum();
  }

  /** A method that does anything else, with {@code read = true}. */
  @Benchmark
  public long shared(Turn turn) {
    return turn.writes(reads) ? shared.add(1) : shared.sum();
  }

  /** Two fields that belong together. */
  static class Pair {
    long left;
    long right;

    long add(long amount) {
      left += amount;
      right -= amount;
      return left;
    }

    long sum() {
      return left + right;
    }
  }

  private static final class ByHand extends Pair {
    private final ReentrantLock lock = new ReentrantLock();

    @Override
    long add(long amount) {
      lock.lock();
      try {
        return super.add(amount);
      } finally {
        lock.unlock();
      }
    }

    @Override
    long sum() {
      lock.lock();
      try {
        return super.sum();
      } finally {
        lock.unlock();
      }
    }
  }

  /** Both methods exclude each other. */
  abstract static class Exclusive extends Pair {
    @Override
    @Synchronized
    long add(long amount) {
      return super.add(amount);
    }

    @Override
    @Synchronized
    long sum() {
      return left + right;
    }
  }

  /** The compiler sees that {@code sum} can be repeated. */
  abstract static class Optimistic {
    private long left;
    private long right;

    @Synchronized
    long add(long amount) {
      left += amount;
      right -= amount;
      return left;
    }

    @Synchronized(read = true)
    long sum() {
      return left + right;
    }
  }

  /** The compiler cannot see that {@code sum} can be repeated, for it calls a method. */
  abstract static class Shared extends Pair {
    @Override
    @Synchronized
    long add(long amount) {
      return super.add(amount);
    }

    @Override
    @Synchronized(read = true)
    long sum() {
      return super.sum();
    }
  }
}
