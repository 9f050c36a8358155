package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import com.google.testing.compile.Compiler;
import com.google.testing.compile.JavaFileObjects;
import java.util.Locale;
import javax.tools.Diagnostic;
import javax.tools.JavaFileObject;
import org.junit.jupiter.api.Test;

/** The plug-in starts by itself; whether there is a processor is up to the build. */
class LappetPluginTest {
  private static final JavaFileObject FIRST = JavaFileObjects.forSourceLines(
      "app.Plain",
      "package app;",
      "class Plain {",
      "  static class Account {",
      "    @io.lappet.annotation.Synchronized void deposit() {}",
      "  }",
      "}");
  private static final JavaFileObject SECOND = JavaFileObjects.forSourceLines(
      "app.Server", "package app;", "class Server { @io.lappet.annotation.Daemon void a() {} }");

  @Test
  void theMissingProcessorIsReportedOnce() {
    Compilation compilation =
        Javac.sound(Compiler.javac().withOptions("-proc:none").compile(FIRST, SECOND));

    assertThat(compilation.errors()).hasSize(1);
    Diagnostic<? extends JavaFileObject> error = compilation.errors().get(0);
    assertThat(error.getLineNumber()).isEqualTo(3);
    assertThat(error.getMessage(Locale.ROOT))
        .startsWith(
            "[not-processed] Account asks for locks, but annotation processing did not run, so nothing was generated.\n")
        .endsWith("(LAP021)");
  }

  @Test
  void theProcessorThatRunsIsEnough() {
    Compilation compilation =
        Javac.sound(Compiler.javac().withProcessors(new LappetProcessor()).compile(SECOND));

    assertThat(compilation.errors()).isEmpty();
  }

  @Test
  void aClassWithoutAnnotationsIsLeftAlone() {
    Compilation compilation = Compiler.javac()
        .withOptions("-proc:none")
        .compile(JavaFileObjects.forSourceLines("Plain", "class Plain {}"));

    assertThat(compilation.diagnostics()).isEmpty();
  }

  @Test
  void aSwitchTurnsItOff() {
    Compilation compilation = Javac.sound(
        Compiler.javac().withOptions("-proc:none", "-Xplugin:Lappet off").compile(SECOND));

    assertThat(compilation.errors()).isEmpty();
  }
}
