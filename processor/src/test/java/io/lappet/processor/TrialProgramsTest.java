package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small programs that compile, and that go wrong when they run: each gives one message, warning or
 * error, with its id and at its line, and nothing after its repair. Beside them stand programs that
 * look like them and are right.
 */
class TrialProgramsTest {
  private static final List<String> OPTIONS = List.of("-Xlint:-processing");

  /** Those of the second folder are known classes, written anew; docs/checks.md tells of them. */
  static List<WrongProgram> wrong() {
    return Stream.of("trial/wrong", "trial/ported")
        .flatMap(folder -> WrongProgram.all(folder).stream())
        .toList();
  }

  static List<Path> right() {
    return SourceText.files("trial/right", ".java");
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void oneMistakeIsOneMessageWhereItIs(WrongProgram program) {
    Compilation compilation = Javac.compile(OPTIONS, program.wrong());

    assertThat(loud(compilation)).hasSize(1);
    Diagnostic<? extends JavaFileObject> message = loud(compilation).get(0);
    assertThat(message.getMessage(Locale.ROOT)).endsWith("(%s)".formatted(program.id()));
    assertThat(message.getLineNumber()).as("line").isEqualTo(program.line());
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void theMessageIsAsReviewed(WrongProgram program) {
    Compilation compilation = Javac.compile(OPTIONS, program.wrong());

    String messages = loud(compilation).stream()
        .map(message -> message.getMessage(Locale.ROOT) + "\n")
        .reduce("", String::concat);
    Golden.assertEqual(program.file().resolveSibling(program.name() + ".txt"), messages);
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void theRepairedProgramIsSilent(WrongProgram program) {
    assertThat(loud(Javac.compile(program.right()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("right")
  void whatLooksLikeItIsNotAccused(Path program) {
    assertThat(loud(Javac.compile(SourceText.read(program)))).isEmpty();
  }

  private static List<Diagnostic<? extends JavaFileObject>> loud(Compilation compilation) {
    return compilation.diagnostics().stream()
        .filter(it -> it.getKind() != Diagnostic.Kind.NOTE)
        .<Diagnostic<? extends JavaFileObject>>map(it -> it)
        .toList();
  }
}
