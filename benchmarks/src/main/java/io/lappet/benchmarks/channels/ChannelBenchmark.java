package io.lappet.benchmarks.channels;

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

/** Items from producers to consumers, whose threads last for a fork; nanoseconds an item. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class ChannelBenchmark {
  private static final int ITEMS = 1_000_000;

  /** Who moves them; see {@link Contenders}. Each has a JVM of its own. */
  @Param({"Lappet", Contenders.BASELINE})
  public String by = Contenders.BASELINE;

  /** Producers and consumers. */
  @Param({"1+1", "1+2", "2+1", "2+2"})
  public String shape = "1+1";

  private Round round = new Round(shape, ITEMS);
  private AutoCloseable contender = () -> {};

  /** Starts all threads. */
  @Setup
  public void open() {
    round = new Round(shape, ITEMS);
    contender = Contenders.open(by, shape, round);
  }

  /** Moves all items; the figure is for one of them. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void move() throws InterruptedException {
    round.run();
  }

  /** Ends all threads. */
  @TearDown
  public void close() throws Exception {
    contender.close();
  }
}
