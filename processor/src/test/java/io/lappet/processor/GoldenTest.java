package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.tools.JavaFileObject;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Generated sources, character by character. {@code mvn test -pl processor -am
 * -Dlappet.golden.update=true} writes them anew.
 */
class GoldenTest {
  static List<Path> programs() {
    return SourceText.files("golden", ".java").stream()
        .filter(file -> !file.getFileName().toString().startsWith("Woven"))
        .toList();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void theGeneratedSourceIsAsReviewed(Path program) throws IOException {
    Map<String, String> generated = generated(SourceText.read(program));

    assertThat(generated).isNotEmpty();
    generated.forEach(
        (name, text) -> Golden.assertEqual(SourceText.resource("golden/" + name), text));
  }

  @ParameterizedTest
  @MethodSource("programs")
  void aStrictUserHearsNothing(Path program) {
    Compilation compilation = Javac.compile(List.of("-Werror"), SourceText.read(program));

    assertThat(compilation.warnings()).isEmpty();
    assertThat(compilation.errors()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("programs")
  void twoCompilationsGiveTheSameBytes(Path program) throws IOException {
    String source = SourceText.read(program);

    assertThat(generated(source)).isEqualTo(generated(source));
  }

  private static Map<String, String> generated(String source) throws IOException {
    Compilation compilation = Javac.compile(source);
    assertThat(compilation.errors()).isEmpty();
    Map<String, String> generated = new TreeMap<>();
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      String name = Path.of(file.getName()).getFileName().toString();
      try (var content = file.openInputStream()) {
        generated.put(name, new String(content.readAllBytes(), StandardCharsets.UTF_8));
      }
    }
    return generated;
  }
}
