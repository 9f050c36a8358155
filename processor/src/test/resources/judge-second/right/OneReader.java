package sensors;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.OptionalDouble;

/** One consumer on one thread may keep what it likes in plain fields. */
public abstract class OneReader implements AutoCloseable {
  private final Deque<Double> window = new ArrayDeque<>();
  private double sum;
  private long seen;

  public abstract Sender<Double> values();

  @Consumer(from = "values")
  void add(Double value) {
    window.addLast(value);
    sum += value;
    if (window.size() > 100) {
      sum -= window.removeFirst();
    }
    if (++seen % 1000 == 0) {
      mean().ifPresent(System.out::println);
    }
  }

  private OptionalDouble mean() {
    return window.isEmpty() ? OptionalDouble.empty() : OptionalDouble.of(sum / window.size());
  }

  @Override
  public void close() {
    System.out.println("values: " + seen);
    window.clear();
  }
}
