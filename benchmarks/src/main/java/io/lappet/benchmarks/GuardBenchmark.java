package io.lappet.benchmarks;

import io.lappet.benchmarks.Buffers.Buffer;
import java.util.ArrayList;
import java.util.List;
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

/** Items through a bounded buffer: guards, beside two conditions by hand, and Guava's monitor. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.NANOSECONDS)
public class GuardBenchmark {
  private static final int ITEMS = 100_000;

  /** Whose buffer. */
  @Param({"hand", "woven", "guava"})
  public String by = "hand";

  /** The size of the buffer. */
  @Param({"3", "256"})
  public int capacity;

  /** How many threads put, and how many take. */
  @Param({"1", "2"})
  public int pairs;

  private Buffer buffer = new Buffers.ByHand(1);

  /** Makes the buffer. */
  @Setup
  public void make() {
    buffer = make(by, capacity);
  }

  static Buffer make(String by, int capacity) {
    return switch (by) {
      case "hand" -> new Buffers.ByHand(capacity);
      case "woven" -> new WovenBuffers_ByAnnotation(capacity);
      default -> new Buffers.Guava(capacity);
    };
  }

  /** Puts and takes all items; the figure is for one of them. */
  @Benchmark
  @OperationsPerInvocation(ITEMS)
  public void transfer() throws InterruptedException {
    transfer(buffer, pairs, ITEMS);
  }

  static void transfer(Buffer buffer, int pairs, int items) throws InterruptedException {
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < pairs; i++) {
      threads.add(new Thread(() -> put(buffer, items / pairs)));
      threads.add(new Thread(() -> take(buffer, items / pairs)));
    }
    threads.forEach(Thread::start);
    for (Thread thread : threads) {
      thread.join();
    }
  }

  private static void put(Buffer buffer, int items) {
    try {
      for (int i = 0; i < items; i++) {
        buffer.put(i);
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static void take(Buffer buffer, int items) {
    try {
      for (int i = 0; i < items; i++) {
        buffer.take();
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }
}
