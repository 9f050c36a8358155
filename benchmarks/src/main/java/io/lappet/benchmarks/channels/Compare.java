package io.lappet.benchmarks.channels;

import java.util.ArrayList;
import java.util.Collection;
import java.util.DoubleSummaryStatistics;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.IterationResult;
import org.openjdk.jmh.results.Result;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.ChainedOptionsBuilder;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * Runs all contenders in turn, each in a JVM of its own, then all again, as often as asked for, so
 * that a machine that slows down slows down all. Prints for each the median of all iterations, the
 * least and the greatest median of a fork, how many times as fast as the baseline that is, and the
 * least and the greatest such ratio within one round. Without the baseline the first contender is.
 */
public final class Compare {
  private final String what;
  private final int forks;
  private final int iterations;
  private final long millis;

  private Compare(String what, int forks, int iterations, long millis) {
    this.what = what;
    this.forks = forks;
    this.iterations = iterations;
    this.millis = millis;
  }

  /**
   * Arguments: what to measure ({@code 1+1}, {@code 1+2}, {@code 2+1}, {@code 2+2}, {@code batch},
   * {@code hot} or {@code asleep}), forks, iterations in each (as many again to warm up), the
   * milliseconds of one, and contenders if not all.
   */
  public static void main(String[] arguments) throws RunnerException {
    if (arguments.length < 4) {
      throw new IllegalArgumentException("WHAT FORKS ITERATIONS MILLIS [CONTENDER]...");
    }
    List<String> names = List.of(arguments);
    Compare compare = new Compare(
        names.get(0),
        Integer.parseInt(names.get(1)),
        Integer.parseInt(names.get(2)),
        Long.parseLong(names.get(3)));
    List<String> some = names.subList(4, names.size());
    compare.run(some.isEmpty() ? compare.all() : some);
  }

  private List<String> all() {
    return isTrip() ? PingPongs.ALL : isBatch() ? Contenders.ofBatches() : Contenders.of(what);
  }

  private boolean isTrip() {
    return what.equals("hot") || what.equals("asleep");
  }

  private boolean isBatch() {
    return what.equals("batch");
  }

  private void run(List<String> contenders) throws RunnerException {
    Map<String, List<Fork>> forksOf = new LinkedHashMap<>();
    for (int round = 0; round < forks; round++) {
      for (String contender : contenders) {
        Fork fork = fork(measure(contender));
        forksOf.computeIfAbsent(contender, key -> new ArrayList<>()).add(fork);
        print("%s, fork %d: %s %.1f ns%n", what, round + 1, contender, fork.median());
      }
    }
    print(forksOf);
  }

  private Collection<IterationResult> measure(String contender) throws RunnerException {
    ChainedOptionsBuilder options = new OptionsBuilder()
        .include(isTrip() ? "RoundTripBenchmark" : "ChannelBenchmark")
        .param("by", contender)
        .forks(1)
        .warmupIterations(iterations)
        .measurementIterations(iterations)
        .warmupTime(TimeValue.milliseconds(millis))
        .measurementTime(TimeValue.milliseconds(millis))
        .addProfiler(GCProfiler.class)
        .shouldFailOnError(true)
        .verbosity(VerboseMode.SILENT);
    if (isTrip()) {
      options.param("pauseMillis", what.equals("hot") ? "0" : "1");
    } else {
      options.param("shape", isBatch() ? "1+1" : what);
    }
    RunResult result = new Runner(options.build()).runSingle();
    return result.getBenchmarkResults().iterator().next().getIterationResults();
  }

  private Fork fork(Collection<IterationResult> results) {
    String figure = isTrip() ? "p50Nanos" : "";
    String second = isTrip() ? "p99Nanos" : "gc.alloc.rate.norm";
    return new Fork(
        results.stream().map(result -> score(result, figure)).toList(),
        median(results.stream().mapToDouble(result -> score(result, second))));
  }

  /** Of the benchmark itself if there is no name. */
  private static double score(IterationResult result, String name) {
    if (name.isEmpty()) {
      return result.getPrimaryResult().getScore();
    }
    Result<?> secondary = result.getSecondaryResults().get(name);
    return secondary == null ? Double.NaN : secondary.getScore();
  }

  private void print(Map<String, List<Fork>> forksOf) {
    print(
        "%n%s; JDK %s, %d processors, %d forks of %d iterations of %d ms%n%n",
        what,
        Runtime.version(),
        Runtime.getRuntime().availableProcessors(),
        forks,
        iterations,
        millis);
    print(
        "| contender | %s | times as fast | %s |%n", isTrip() ? "p50, ns" : "ns an item", second());
    print("|---|---|---|---|%n");
    List<Fork> baseline =
        forksOf.getOrDefault(Contenders.BASELINE, forksOf.values().iterator().next());
    forksOf.forEach((contender, those) -> print(
        "| %s | %s | %s | %s |%n",
        contender,
        spread(median(all(those)), those.stream().mapToDouble(Fork::median)),
        ratio(baseline, those),
        spread(
            median(those.stream().mapToDouble(Fork::second)),
            those.stream().mapToDouble(Fork::second))));
  }

  private String second() {
    return isTrip() ? "p99, ns" : "bytes an item";
  }

  private static String ratio(List<Fork> baseline, List<Fork> those) {
    return spread(
        median(all(baseline)) / median(all(those)),
        IntStream.range(0, those.size())
            .mapToDouble(
                round -> baseline.get(round).median() / those.get(round).median()));
  }

  private static DoubleStream all(List<Fork> forks) {
    return forks.stream()
        .flatMapToDouble(fork -> fork.figures().stream().mapToDouble(Double::doubleValue));
  }

  private static String spread(double middle, DoubleStream values) {
    DoubleSummaryStatistics ends = values.summaryStatistics();
    return String.format(Locale.ROOT, "%.2f (%.2f to %.2f)", middle, ends.getMin(), ends.getMax());
  }

  private static double median(DoubleStream values) {
    double[] sorted = values.sorted().toArray();
    int middle = sorted.length / 2;
    return sorted.length % 2 == 1 ? sorted[middle] : (sorted[middle - 1] + sorted[middle]) / 2;
  }

  private static void print(String format, Object... values) {
    System.out.printf(Locale.ROOT, format, values);
  }

  /** What one JVM measured: a figure of each iteration, and the median of the second figure. */
  private record Fork(List<Double> figures, double second) {
    double median() {
      return Compare.median(all(List.of(this)));
    }
  }
}
