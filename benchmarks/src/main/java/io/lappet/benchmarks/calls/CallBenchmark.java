package io.lappet.benchmarks.calls;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A call that runs elsewhere and whose result is asked for: one at a time, or 64 together. With
 * {@code -prof gc} it says what a call allocates.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class CallBenchmark {
  private static final int BURST = 64;

  /** Who runs it; see {@link Callers}. Those that say virtual need JDK 21. */
  @Param({"twin", "twinCallerRuns", "submit", "forkJoin", "supplyAsync"})
  public String by = "submit";

  private int argument = 1;
  private Callers callers = new Callers.Bare();

  /** Starts what there is to start. */
  @Setup
  public void open() {
    callers = Callers.open(by);
  }

  /** Ends it. */
  @TearDown
  public void close() {
    callers.close();
  }

  /** One call, joined at once, while calls keep coming. */
  @Benchmark
  public int roundTrip() throws InterruptedException, ExecutionException {
    int number = argument;
    return callers.call(() -> answer(number)).get();
  }

  /** 64 calls, then all results; the figure is of one call. */
  @Benchmark
  @OperationsPerInvocation(BURST)
  public int burst() throws InterruptedException, ExecutionException {
    int number = argument;
    @SuppressWarnings({"unchecked", "rawtypes"}) // an array of a type with arguments
    Future<Integer>[] futures = new Future[BURST];
    for (int i = 0; i < BURST; i++) {
      futures[i] = callers.call(() -> answer(number));
    }
    int sum = 0;
    for (Future<Integer> future : futures) {
      sum += future.get();
    }
    return sum;
  }

  private int answer(int number) {
    return number + argument;
  }
}
