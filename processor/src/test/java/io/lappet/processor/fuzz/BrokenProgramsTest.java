package io.lappet.processor.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import javax.tools.Diagnostic.Kind;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Programs that no compiler takes, with or without the processor: it adds no error of its own that has
 * no id, and none in generated code. Most of them were found by {@link FuzzTest}.
 */
class BrokenProgramsTest {
  @TempDir
  Path folder;

  static List<Path> programs() throws IOException {
    try (Stream<Path> files = Files.list(Path.of("src", "test", "resources", "broken"))) {
      return files.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("programs")
  void javacTellsOnlyWhatIsWrongThere(Path program) throws IOException {
    check(Fuzzed.javac(), program);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void ecjTellsOnlyWhatIsWrongThere(Path program) throws IOException {
    check(Fuzzed.ecj(folder), program);
  }

  private static void check(Fuzzed compiler, Path program) throws IOException {
    String source = Files.readString(program);

    assertThat(compiler.compile(source, false)).anyMatch(it -> it.getKind() == Kind.ERROR);
    assertThat(compiler.faults(source)).isEmpty();
  }
}
