package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import io.lappet.processor.check.Levels;
import io.lappet.processor.check.Problem;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Each message has a page, whose first program gives it, and whose second one is silent; but for what
 * is no matter of one program.
 */
class MessagePagesTest {
  private static final Path PAGES = Path.of("..", "docs", "messages");
  private static final Pattern PROGRAM = Pattern.compile("(?s)```java\n(.*?)```");

  /** What says that bodies are not read is no mistake, and javac never says it: see EcjTest. */
  @ParameterizedTest
  @EnumSource(
      value = Problem.class,
      mode = EnumSource.Mode.EXCLUDE,
      names = {"BODIES_UNREAD", "TOPOLOGY_CHANGED"})
  void theFirstProgramGivesTheMessageAlone(Problem problem) {
    String program = programs(problem).get(0);
    Compilation compilation = problem == Problem.NOT_PROCESSED
        ? compileUnprocessed(program)
        : Javac.compile(options(problem, "-Xlint:-processing"), program);

    assertThat(messages(compilation))
        .singleElement()
        .asString()
        .startsWith("[%s] ".formatted(problem.key()));
  }

  @ParameterizedTest
  @EnumSource(value = Problem.class, mode = EnumSource.Mode.EXCLUDE, names = "TOPOLOGY_CHANGED")
  void theSecondProgramIsSilent(Problem problem) {
    assertThat(messages(Javac.compile(options(problem), programs(problem).get(1))))
        .isEmpty();
  }

  @ParameterizedTest
  @EnumSource(Problem.class)
  void theIndexNamesThePage(Problem problem) {
    assertThat(SourceText.read(PAGES.resolve("README.md")))
        .contains("[%1$s](%1$s.md)".formatted(problem.key()));
  }

  /** What is off has to be asked for. */
  private static List<String> options(Problem problem, String... others) {
    boolean isOff = new Levels(Map.of(), mistake -> {}).kind(problem).isEmpty();
    String level = "-Alappet.check.%s=warn".formatted(problem.key().replace('-', '_'));
    return Stream.concat(Stream.of(others), isOff ? Stream.of(level) : Stream.of())
        .toList();
  }

  private static List<String> programs(Problem problem) {
    String page = SourceText.read(PAGES.resolve(problem.key() + ".md"));
    return PROGRAM.matcher(page).results().map(MessagePagesTest::program).toList();
  }

  private static String program(MatchResult block) {
    return "package app;\n" + block.group(1);
  }

  private static Compilation compileUnprocessed(String program) {
    return Javac.sound(Compiler.javac()
        .withOptions("-proc:none")
        .compile(JavaFileObjects.forSourceString(SourceText.fullName(program), program)));
  }

  private static List<String> messages(Compilation compilation) {
    return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
