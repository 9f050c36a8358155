package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What the bodies of methods do wrong: each mistake gives one message, with its id and at its line, and
 * nothing after its repair. What only looks like a mistake gives none.
 */
class BodyProgramsTest {
  static List<WrongProgram> wrongPrograms() {
    return WrongProgram.all("bodies");
  }

  static List<Path> rightPrograms() {
    return SourceText.files("bodies/right", ".java");
  }

  @ParameterizedTest
  @MethodSource("wrongPrograms")
  void oneMistakeIsOneMessageAsReviewed(WrongProgram program) {
    List<String> options = new ArrayList<>(program.options());
    options.add("-Xlint:-processing");
    Compilation compilation = Javac.compile(options, program.wrong());

    List<Diagnostic<? extends JavaFileObject>> messages = messages(compilation);
    Golden.assertEqual(
        SourceText.resource("bodies/" + program.name() + ".txt"),
        messages.stream().map(BodyProgramsTest::text).reduce("", String::concat));
    assertThat(messages).hasSize(1);
    assertThat(messages.get(0).getMessage(Locale.ROOT)).endsWith("(%s)".formatted(program.id()));
    assertThat(messages.get(0).getLineNumber()).as("line").isEqualTo(program.line());
  }

  @ParameterizedTest
  @MethodSource("wrongPrograms")
  void theRepairedProgramIsSilent(WrongProgram program) {
    assertThat(messages(Javac.compile(program.options(), program.right()))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("rightPrograms")
  void whatOnlyLooksWrongIsSilent(Path program) {
    assertThat(messages(Javac.compile(SourceText.read(program)))).isEmpty();
  }

  private static List<Diagnostic<? extends JavaFileObject>> messages(Compilation compilation) {
    return Stream.concat(compilation.errors().stream(), compilation.warnings().stream())
        .<Diagnostic<? extends JavaFileObject>>map(it -> it)
        .toList();
  }

  private static String text(Diagnostic<? extends JavaFileObject> message) {
    boolean isError = message.getKind() == Diagnostic.Kind.ERROR;
    return "%s: %s\n".formatted(isError ? "error" : "warning", message.getMessage(Locale.ROOT));
  }
}
