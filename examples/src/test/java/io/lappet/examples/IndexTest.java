package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.assertj.core.api.Condition;
import org.junit.jupiter.api.Test;

/** The index of the classic programs names each of them, and leads to it and its test. */
class IndexTest {
  private static final Path DOCS = Path.of("../docs");
  private static final Path SOURCES = Path.of("src/main/java/io/lappet/examples");
  private static final Pattern ROW = Pattern.compile("(?m)^\\| (P\\d+) \\| (.*?) \\|");
  private static final Pattern LINK = Pattern.compile("]\\((\\S+)\\)");

  private static final Condition<Path> PROGRAM =
      new Condition<>(IndexTest::isProgram, "a program that can be run");

  private static boolean isProgram(Path file) {
    try {
      return Files.readString(file).contains("public static void main(String[] args)");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A row of the index. */
  private record Row(String number, List<Path> files) {}

  @Test
  void hasEveryNumberOnce() throws IOException {
    assertThat(rows().stream().map(Row::number))
        .containsExactlyElementsOf(
            Stream.of(IntStream.rangeClosed(1, 48), IntStream.rangeClosed(65, 70))
                .flatMapToInt(numbers -> numbers)
                .mapToObj(i -> "P" + i)
                .toList());
  }

  @Test
  void leadsToWhatHasTheNumberInItsJavadoc() throws IOException {
    for (Row row : rows()) {
      for (Path file : row.files()) {
        assertThat(Files.readString(file))
            .as("%s", file)
            .containsPattern("/\\*\\*\\s+(\\* )?" + row.number() + ": ");
      }
    }
  }

  @Test
  void leadsToProgramsThatCanBeRunAndAreTested() throws IOException {
    for (Row row : rows()) {
      assertThat(row.files().get(0)).is(PROGRAM);
      for (Path file : row.files()) {
        if (PROGRAM.matches(file)) {
          assertThat(Path.of(
                  file.toString().replace("/main/", "/test/").replace(".java", "Test.java")))
              .exists();
        }
      }
    }
  }

  @Test
  void leavesNothingOut() throws IOException {
    List<Path> sources = new ArrayList<>();
    for (String theme : List.of(
        "threads",
        "locks",
        "conditions",
        "gates",
        "limits",
        "timers",
        "channels",
        "context",
        "coroutines",
        "calls")) {
      try (Stream<Path> files = Files.list(SOURCES.resolve(theme))) {
        files.filter(file -> !file.endsWith("package-info.java")).forEach(sources::add);
      }
    }
    assertThat(rows().stream().flatMap(row -> row.files().stream()))
        .containsExactlyInAnyOrderElementsOf(sources);
  }

  private static List<Row> rows() throws IOException {
    return ROW.matcher(Files.readString(DOCS.resolve("examples.md")))
        .results()
        .map(row -> new Row(row.group(1), files(row.group(2))))
        .toList();
  }

  private static List<Path> files(String cell) {
    return LINK.matcher(cell)
        .results()
        .map(link -> DOCS.toAbsolutePath().resolve(link.group(1)).normalize())
        .map(Path.of("").toAbsolutePath()::relativize)
        .toList();
  }
}
