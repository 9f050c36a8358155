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
 * Programs that were written from the specification, the first two lots by somebody who did not know the
 * checks: each wrong one gives one message, with its id and at a line that a reader would look at; those
 * that only look like one give none, not even by the checks that are off. What the checks made of them at
 * first is in docs/checks.md.
 */
class JudgedProgramsTest {
  private static final int WITH_PINS = 21;

  /** Those that are off if nobody asks for them. */
  private static final List<String> SWITCHED_ON = switchedOn();

  static List<JudgedProgram> wrong() {
    return all("wrong");
  }

  static List<JudgedProgram> right() {
    return all("right");
  }

  private static List<JudgedProgram> all(String kind) {
    return Stream.of("judge", "judge-second", "judge-third")
        .flatMap(corpus -> JudgedProgram.all(corpus + "/" + kind).stream())
        .toList();
  }

  @ParameterizedTest
  @MethodSource("wrong")
  void oneMistakeIsOneMessageWhereItIs(JudgedProgram program) {
    List<Diagnostic<? extends JavaFileObject>> said = said(program, List.of());

    assertThat(said).hasSize(1);
    Diagnostic<? extends JavaFileObject> message = said.get(0);
    assertThat(message.getMessage(Locale.ROOT)).endsWith("(%s)".formatted(program.id()));
    assertThat(program.places()).contains(place(message));
  }

  @ParameterizedTest
  @MethodSource("right")
  void whatOnlyLooksLikeAMistakeIsNotAccused(JudgedProgram program) {
    assertThat(said(program, SWITCHED_ON)).isEmpty();
  }

  private static List<String> switchedOn() {
    List<String> options = new ArrayList<>(
        List.of("-Alappet.check.guarded_escape=warn", "-Alappet.check.pinning=warn"));
    if (Runtime.version().feature() >= WITH_PINS) {
      // Monitors matter to pinning for some releases only.
      options.addAll(List.of("--release", Integer.toString(WITH_PINS)));
    }
    return List.copyOf(options);
  }

  private static String place(Diagnostic<? extends JavaFileObject> message) {
    JavaFileObject file = message.getSource();
    String name = file == null ? "" : Path.of(file.getName()).getFileName().toString();
    return JudgedProgram.place(name, message.getLineNumber());
  }

  private static List<Diagnostic<? extends JavaFileObject>> said(
      JudgedProgram program, List<String> more) {
    List<String> options = new ArrayList<>(program.options());
    options.addAll(more);
    Compilation compilation =
        Javac.compileProgram(options, program.sources().toArray(String[]::new));
    return compilation.diagnostics().stream()
        .filter(it -> it.getKind() == Diagnostic.Kind.ERROR
            || it.getMessage(Locale.ROOT).contains("(LAP") && it.getKind() != Diagnostic.Kind.NOTE)
        .<Diagnostic<? extends JavaFileObject>>map(it -> it)
        .toList();
  }
}
