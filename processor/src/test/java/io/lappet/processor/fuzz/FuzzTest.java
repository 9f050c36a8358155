package io.lappet.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Programs with a few random changes: whatever they say, the processor does not crash or hang, the
 * code that it writes compiles, and each error at a line of the user has an id, or would be there
 * without the processor.
 *
 * <p>{@code -Dlappet.fuzz.programs=10000} tries so many, {@code -Dlappet.fuzz.seed=1} begins there;
 * program {@code n} is the same as long as the corpus is. Many of them need the time that {@code
 * -Pstress} gives.
 */
class FuzzTest {
  private static final int PROGRAMS = Integer.getInteger("lappet.fuzz.programs", 25);
  private static final long FIRST = Long.getLong("lappet.fuzz.seed", 1);
  private static final Duration LIMIT = Duration.ofMinutes(2); // for one program that takes 50 ms
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final List<String> FOLDERS = List.of(
      "golden",
      "run",
      "wrong",
      "bodies",
      "trial/wrong",
      "trial/right",
      "trial/ported",
      "judge/wrong",
      "judge/right",
      "broken");

  @TempDir
  Path folder;

  @Test
  void javacSaysNothingThatItShouldNot() {
    tryAll(Fuzzed.javac(), PROGRAMS);
  }

  @Test
  void ecjSaysNothingThatItShouldNot() {
    tryAll(Fuzzed.ecj(folder), PROGRAMS);
  }

  private static void tryAll(Fuzzed compiler, int programs) {
    List<String> corpus = corpus();
    List<String> found = new ArrayList<>();
    for (long seed = FIRST; seed < FIRST + programs; seed++) {
      String source = Mutation.of(corpus.get((int) (seed % corpus.size())), seed);
      List<String> faults =
          assertTimeoutPreemptively(LIMIT, () -> compiler.faults(source), "seed " + seed);
      if (!faults.isEmpty()) {
        found.add("seed %d: %s%n%s".formatted(seed, faults.get(0), source));
      }
    }
    assertThat(found).isEmpty();
  }

  /** All programs of the tests, right and wrong. */
  static List<String> corpus() {
    List<String> sources = new ArrayList<>();
    for (String name : FOLDERS) {
      try (Stream<Path> files = Files.list(RESOURCES.resolve(name))) {
        for (Path file : files.sorted().toList()) {
          String text = file.getFileName().toString();
          if (text.endsWith(".java") && !text.startsWith("Woven")) {
            sources.add(Files.readString(file));
          }
        }
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    return sources;
  }
}
