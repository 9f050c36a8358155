package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The code that the documents show is code that is compiled here, character by character: a block
 * after {@code <!-- file: PATH -->} is a part of that file.
 */
class ReadmeTest {
  private static final Path ROOT = Path.of("..");
  private static final Pattern BLOCK =
      Pattern.compile("<!-- file: (\\S+) -->\\n```java\\n(.*?)```", Pattern.DOTALL);

  static Stream<String> documents() throws IOException {
    try (Stream<Path> docs = Files.walk(ROOT.resolve("docs"))) {
      return Stream.concat(Stream.of(ROOT.resolve("README.md")), docs)
          .filter(path -> path.toString().endsWith(".md"))
          .map(Path::toString)
          .toList()
          .stream();
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void showsWhatIsCompiled(String document) throws IOException {
    for (MatchResult block :
        BLOCK.matcher(Files.readString(Path.of(document))).results().toList()) {
      String file = Files.readString(ROOT.resolve(block.group(1)));
      assertThat(file).as("%s, block from %s", document, block.group(1)).contains(block.group(2));
    }
  }

  @ParameterizedTest
  @MethodSource("documents")
  void linksLeadSomewhere(String document) throws IOException {
    Pattern link = Pattern.compile("]\\(([^)#:]+)\\)");
    Path folder = Path.of(document).getParent();
    for (MatchResult found :
        link.matcher(Files.readString(Path.of(document))).results().toList()) {
      assertThat(folder.resolve(found.group(1))).as(document).exists();
    }
  }

  @org.junit.jupiter.api.Test
  void theReadmeShowsTheSmallestProgramAndWhatIsGeneratedFromIt() throws IOException {
    String readme = Files.readString(ROOT.resolve("README.md"));
    assertThat(BLOCK.matcher(readme).results().map(block -> block.group(1)))
        .anyMatch(path -> path.endsWith("/Hello.java"))
        .anyMatch(path -> path.endsWith("/WovenHello.java"));
  }
}
