package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.util.List;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each mistake gives one error, with its id and at its line, and nothing after its repair. */
class WrongProgramsTest {
  static List<WrongProgram> programs() {
    return WrongProgram.all();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void oneMistakeIsOneErrorWhereItIs(WrongProgram program) {
    Compilation compilation = Javac.compile(List.of("-Xlint:-processing"), program.wrong());

    assertThat(compilation.errors()).hasSize(1);
    assertThat(compilation.warnings()).isEmpty();
    Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
    assertThat(error.getMessage(Locale.ROOT)).endsWith("(%s)".formatted(program.id()));
    assertThat(error.getLineNumber()).as("line").isEqualTo(program.line());
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theMessageIsAsReviewed(WrongProgram program) {
    Compilation compilation = Javac.compile(List.of("-Xlint:-processing"), program.wrong());

    String messages = compilation.errors().stream()
        .map(error -> error.getMessage(Locale.ROOT) + "\n")
        .reduce("", String::concat);
    Golden.assertEqual(SourceText.resource("wrong/" + program.name() + ".txt"), messages);
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theRepairedProgramIsSilent(WrongProgram program) {
    Compilation compilation = Javac.compile(List.of("-Werror"), program.right());

    assertThat(compilation.errors()).isEmpty();
    assertThat(compilation.warnings()).isEmpty();
  }

  @Test
  void thereAreManyWaysToBeWrong() {
    assertThat(programs()).hasSizeGreaterThanOrEqualTo(40);
  }
}
