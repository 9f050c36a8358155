package io.lappet.benchmarks;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OperationsPerInvocation;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;

/**
 * A million messages from one producer to one consumer, start and end included, beside two threads
 * and an {@link ArrayBlockingQueue}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class PipelineBenchmark {
  private static final int MESSAGES = 1_000_000;
  private static final int CAPACITY = 1024;

  /** By annotation. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public long annotated() throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      Sum sum = fabric.start(new WovenPipelineBenchmark_Sum(fabric));
      for (io.lappet.Worker worker : fabric.workers()) {
        worker.join();
      }
      return sum.total;
    }
  }

  /** By hand. */
  @Benchmark
  @OperationsPerInvocation(MESSAGES)
  public long byHand() throws InterruptedException {
    BlockingQueue<Integer> queue = new ArrayBlockingQueue<>(CAPACITY);
    Thread producer = new Thread(() -> {
      try {
        for (int i = MESSAGES; i >= 0; i--) {
          queue.put(i);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    });
    producer.start();
    long total = 0;
    for (int message = queue.take(); message > 0; message = queue.take()) {
      total += message;
    }
    producer.join();
    return total;
  }

  /** What a user of the library writes. */
  abstract static class Sum {
    private int left = MESSAGES;
    private long total;

    @ChannelSpec(capacity = CAPACITY)
    abstract ChannelView<Integer> numbers();

    @Producer(to = "numbers")
    @Nullable
    Integer next() {
      return left == 0 ? null : left--;
    }

    @Consumer(from = "numbers")
    void add(Integer number) {
      total += number;
    }
  }
}
