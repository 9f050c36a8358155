package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Programs with woven classes, compiled and run: each checks itself, and fails by an exception. */
class WovenProgramsTest {
  @TempDir
  Path folder;

  static List<Path> programs() {
    return SourceText.files("run", ".java");
  }

  @ParameterizedTest
  @MethodSource("programs")
  void itDoesWhatItSays(Path program) throws Exception {
    String source = SourceText.read(program);
    Compilation compilation = Javac.compile(List.of("-Werror"), source);
    assertThat(compilation.errors()).isEmpty();
    write(compilation);

    URL[] classes = {folder.toUri().toURL()};
    try (URLClassLoader loader = new URLClassLoader(classes, getClass().getClassLoader())) {
      Class<?> main = loader.loadClass(SourceText.fullName(source));
      main.getMethod("main", String[].class).invoke(null, (Object) new String[0]);
    }
  }

  private void write(Compilation compilation) throws IOException {
    for (JavaFileObject file : compilation.generatedFiles()) {
      if (file.getKind() == JavaFileObject.Kind.CLASS) {
        Path target = folder.resolve(file.getName().replaceFirst("^/?CLASS_OUTPUT/", ""));
        Files.createDirectories(target.getParent());
        try (var content = file.openInputStream()) {
          Files.write(target, content.readAllBytes());
        }
      }
    }
  }
}
