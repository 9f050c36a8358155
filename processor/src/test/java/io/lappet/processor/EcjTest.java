package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import javax.tools.Diagnostic;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The same under a second compiler: nothing of javac has crept in.
 *
 * <p>Left out are sealed classes, as ECJ tells a processor nothing of a permitted class that does not
 * exist yet, and what depends on bodies, which only javac shows. A message at a record it shows
 * without a line.
 */
class EcjTest {
  private static final Set<String> SEALED = Set.of("Shape.java", "SealedClass");

  /** ECJ says itself that a word is missing, javac only after our errors have been mended. */
  private static final Set<String> TOLD_TWICE = Set.of("TwinOfConcreteClass", "TwinWithoutBody");

  @TempDir
  Path folder;

  static List<Path> goldenPrograms() {
    return GoldenTest.programs().stream()
        .filter(file -> !SEALED.contains(file.getFileName().toString()))
        .toList();
  }

  static List<WrongProgram> wrongPrograms() {
    return WrongProgram.all().stream()
        .filter(it -> !SEALED.contains(it.name())
            && !TOLD_TWICE.contains(it.name())
            && !it.id().equals("LAP225"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("goldenPrograms")
  void whatIsGeneratedCompiles(Path program) throws IOException {
    assertThat(errors(SourceText.read(program))).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("wrongPrograms")
  void oneMistakeIsOneErrorWhereItIs(WrongProgram program) throws IOException {
    List<String> errors = errors(program.wrong());

    assertThat(errors).hasSize(1);
    assertThat(errors.get(0))
        .startsWith(
            "line %d: ".formatted(program.name().equals("RecordClass") ? 0 : program.line()))
        .endsWith("(%s)".formatted(program.id()));
  }

  @ParameterizedTest
  @MethodSource("wrongPrograms")
  void theRepairedProgramCompiles(WrongProgram program) throws IOException {
    assertThat(errors(program.right())).isEmpty();
  }

  private List<String> errors(String source) throws IOException {
    return Ecj.compile(folder, source).stream()
        .filter(diagnostic -> diagnostic.getKind() == Diagnostic.Kind.ERROR)
        .map(error -> "line %d: %s".formatted(error.getLineNumber(), error.getMessage(null)))
        .toList();
  }

  @Test
  void aTypeInsideOfAGenericOneIsNoMistake() throws IOException {
    assertThat(errors("""
        package app;
        import io.lappet.annotation.*;
        import java.util.Map;
        abstract class Hub {
          @Synchronized
          void put(Map.Entry<String, ? extends Iterable<? extends Number>> entry) {}

          static Hub hub() {
            return new WovenHub();
          }
        }
        """)).isEmpty();
  }

  @Test
  void oneNoteSaysThatBodiesWereNotRead() throws IOException {
    String program = SourceText.read(SourceText.resource("bodies/CircleOfOwn.java"));

    assertThat(Ecj.compile(folder, program))
        .filteredOn(diagnostic -> diagnostic.getMessage(null).contains("LAP"))
        .singleElement()
        .satisfies(note -> assertThat(note.getMessage(null))
            .startsWith("[bodies-unread] Bodies were not read")
            .endsWith("(LAP109)"));
  }
}
