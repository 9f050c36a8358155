package io.lappet.benchmarks;

import io.lappet.annotation.Limit;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.infra.Blackhole;

/** A limited method, beside a {@link Semaphore} with try and finally. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class LimitBenchmark {
  private static final int WORK = 10;

  private final Limited limited = new WovenLimitBenchmark_Limited();
  private final Semaphore semaphore = new Semaphore(1);

  /** With a limit of one. */
  @Benchmark
  public void limited() throws InterruptedException {
    limited.call();
  }

  /** With a semaphore of one. */
  @Benchmark
  public void byHand() throws InterruptedException {
    callByHand();
  }

  /** With a limit of one, two threads. */
  @Benchmark
  @Threads(2)
  public void limitedByTwo() throws InterruptedException {
    limited.call();
  }

  /** With a semaphore of one, two threads. */
  @Benchmark
  @Threads(2)
  public void byHandByTwo() throws InterruptedException {
    callByHand();
  }

  private void callByHand() throws InterruptedException {
    semaphore.acquire();
    try {
      Blackhole.consumeCPU(WORK);
    } finally {
      semaphore.release();
    }
  }

  /** What a user of the library writes. */
  abstract static class Limited {
    @Limit(permits = 1)
    void call() throws InterruptedException {
      Blackhole.consumeCPU(WORK);
    }
  }
}
