package io.lappet.benchmarks.channels;

import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.AuxCounters;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;

/**
 * A request to another thread and its reply. The threads of the contender make the trips and take the
 * times, since the thread of a benchmark is no worker; so the figures are the counters {@code
 * p50Nanos} and {@code p99Nanos}, of the last call in each iteration ({@link Compare} reads them one
 * by one; the summary of a run adds them up over its iterations).
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
public class RoundTripBenchmark {
  private static final int HOT = 50_000;
  private static final int ASLEEP = 300;

  /** Who carries the messages; see {@link PingPongs}. */
  @Param({"Lappet", Contenders.BASELINE})
  public String by = Contenders.BASELINE;

  /** How long the asking side sleeps before each request, and the other so waits. */
  @Param({"0", "1"})
  public long pauseMillis;

  private Trips trips = new Trips(1, 0);
  private AutoCloseable contender = () -> {};

  /** Starts both threads. */
  @Setup
  public void open() {
    trips = new Trips(pauseMillis == 0 ? HOT : ASLEEP, pauseMillis);
    contender = PingPongs.open(by, trips);
  }

  /** Makes all trips. */
  @Benchmark
  public void travel(Percentiles percentiles) throws InterruptedException {
    long[] nanos = trips.run();
    percentiles.p50Nanos = nanos[nanos.length / 2];
    percentiles.p99Nanos = nanos[nanos.length - nanos.length / 100];
  }

  /** Ends both threads. */
  @TearDown
  public void close() throws Exception {
    contender.close();
  }

  /** Of the trips of one call. */
  @AuxCounters(AuxCounters.Type.EVENTS)
  @State(Scope.Thread)
  public static class Percentiles {
    /** The median. */
    public long p50Nanos;

    /** One in a hundred trips takes at least as long. */
    public long p99Nanos;

    /** For the next iteration. */
    @Setup(Level.Iteration)
    public void reset() {
      p50Nanos = 0;
      p99Nanos = 0;
    }
  }
}
