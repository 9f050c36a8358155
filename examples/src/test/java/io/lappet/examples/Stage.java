package io.lappet.examples;

import io.lappet.Body;
import io.lappet.Task;
import io.lappet.testing.TestFabric;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.assertj.core.api.Assertions;

/** Where a program runs on virtual time: notes each line that it prints, and when. */
public final class Stage implements Consumer<String> {
  /** The usual unit of time. */
  public static final Duration UNIT = Duration.ofSeconds(1);

  private static final Duration FOR_EVER = UNIT.multipliedBy(10_000);

  private final TestFabric fabric;
  private final Duration unit;
  private final long begin;
  private final List<Line> lines = new CopyOnWriteArrayList<>();

  /** Makes one whose time is zero now. */
  public Stage(TestFabric fabric) {
    this(fabric, UNIT);
  }

  /** Makes one with another unit. */
  public Stage(TestFabric fabric, Duration unit) {
    this.fabric = fabric;
    this.unit = unit;
    this.begin = fabric.time().nanos();
  }

  /** A line, with the units of time since the beginning. */
  public record Line(String at, String text) {
    @Override
    public String toString() {
      return at + " " + text;
    }
  }

  @Override
  public void accept(String text) {
    lines.add(new Line(now(), text));
  }

  /** Runs {@code main} on a thread of the fabric, to its end. */
  public void play(Body main) throws InterruptedException {
    Task<Void> task = fabric.after(Duration.ZERO, "main", main);
    Assertions.assertThat(task.join(FOR_EVER)).as("ends").isTrue();
    task.join();
  }

  /** What time it is, in units. */
  public String now() {
    return BigDecimal.valueOf(fabric.time().nanos() - begin)
        .divide(BigDecimal.valueOf(unit.toNanos()))
        .stripTrailingZeros()
        .toPlainString();
  }

  /** What was printed. */
  public List<String> texts() {
    return texts(line -> true);
  }

  /** What was printed that passes {@code filter}. */
  public List<String> texts(Predicate<String> filter) {
    return lines.stream().map(Line::text).filter(filter).toList();
  }

  /** What was printed, each line with its time in front: {@code "1.5 text"}. */
  public List<String> lines() {
    return lines.stream().map(Line::toString).toList();
  }

  /** When the lines were printed that have {@code part} in them. */
  public List<String> timesOf(String part) {
    return lines.stream()
        .filter(line -> line.text().contains(part))
        .map(Line::at)
        .toList();
  }
}
