package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import javax.tools.Diagnostic;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** When bodies are read, and when and how loud it is told what is wrong with them. */
class BodyWatchTest {
  private static final String HEAD = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      """;

  private static final String CIRCLE = HEAD + """
          abstract class Store {
            @Synchronized(lock = "a") void one() { two(); }
            @Synchronized(lock = "b") void two() {}
            @Synchronized(lock = "b") void three() { four(); }
            @Synchronized(lock = "a") void four() {}
          }
          """;

  private static final String PAIR = HEAD + """
          abstract class Account {
            private long cents;
            @Synchronized void deposit(long c) { cents += c; }
            @Synchronized void transferTo(Account to) { to.deposit(1); }
          }
          """;

  @TempDir
  Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"", "-XDcompilePolicy=simple"})
  void aBuildThatFailsFailsAgain(String option) throws IOException {
    for (int build = 0; build < 2; build++) {
      assertThat(build(option)).singleElement().asString().contains("(LAP202)");
      // A build tool that finds all classes would say that there is nothing to do.
      assertThat(classes()).doesNotContain("Last.class", "WovenStore.class");
    }
  }

  private List<String> build(String option) throws IOException {
    write("First", HEAD + "class First { Store store; }");
    write("Store", CIRCLE);
    write("Last", HEAD + "class Last { First first; }");
    write("package-info", "@Deprecated package app;");
    Path classes = Files.createDirectories(folder.resolve("classes"));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<String> options = Stream.of(
              "-d",
              classes.toString(),
              "-cp",
              classes
                  + System.getProperty("path.separator")
                  + System.getProperty("java.class.path"),
              option)
          .filter(text -> !text.isEmpty())
          .toList();
      JavaCompiler.CompilationTask task = compiler.getTask(
          new StringWriter(),
          files,
          messages,
          options,
          null,
          files.getJavaFileObjects(
              source("First"), source("Store"), source("Last"), source("package-info")));
      task.setProcessors(List.of(new LappetProcessor()));
      task.call();
    }
    return Defects.refused(messages.getDiagnostics()).stream()
        .filter(message -> message.getKind() == Diagnostic.Kind.ERROR)
        .map(message -> message.getMessage(Locale.ROOT))
        .toList();
  }

  private Path source(String name) {
    return folder.resolve("app").resolve(name + ".java");
  }

  private void write(String name, String text) throws IOException {
    Files.createDirectories(source(name).getParent());
    Files.writeString(source(name), text);
  }

  private List<String> classes() throws IOException {
    try (Stream<Path> files = Files.walk(folder.resolve("classes"))) {
      return files.map(file -> file.getFileName().toString()).toList();
    }
  }

  @Test
  void aClassThatIsFoundOnlyWhenItIsNeededIsReadToo() {
    Compilation compilation =
        Javac.compile(HEAD + "class User { Account account; @Daemon void serve() {} }", PAIR);

    assertThat(compilation.warnings()).hasSize(1);
  }

  @Test
  void anErrorOfTheCompilerDoesNotHideOurs() {
    Compilation compilation =
        Javac.compile(CIRCLE, HEAD + "class Wrong { int x() { return \"\"; } }");

    assertThat(compilation.errors())
        .extracting(error -> error.getMessage(Locale.ROOT))
        .anyMatch(text -> text.contains("incompatible types"));
  }

  @Test
  void optionsSayHowLoudItIs() {
    assertThat(with("lock_order=off", CIRCLE).diagnostics()).isEmpty();
    assertThat(with("lock_order=note", CIRCLE).notes()).hasSize(1);
    assertThat(with("lock_order=warn", CIRCLE).warnings()).hasSize(1);
    assertThat(with("lock_order=error", PAIR).errors()).hasSize(1);
  }

  private static Compilation with(String level, String program) {
    return Javac.compile(List.of("-Alappet.check." + level), program);
  }

  @Test
  void eitherMethodMayAcceptIt() {
    String accepted = "@SuppressWarnings(\"lock-order\") @Synchronized(lock = \"b\") void three()";
    String program = CIRCLE.replace("@Synchronized(lock = \"b\") void three()", accepted);

    assertThat(program).contains("Suppress");
    assertThat(Javac.compile(program).diagnostics()).isEmpty();
  }

  @Test
  void aSubclassByHandIsAStandInOnlyInTests() {
    String program = HEAD + """
            abstract class Account {
              private long cents;
              @Synchronized void deposit(long c) { cents += c; }
              static Account plain() { return new Account() {}; }
            }
            """;

    assertThat(Javac.compile(program).warnings()).isEmpty();
    assertThat(Javac.compileProgram(List.of(), program).warnings())
        .singleElement()
        .satisfies(warning -> assertThat(warning.getMessage(Locale.ROOT))
            .startsWith("[bypass] A subclass of Account that is written by hand")
            .endsWith("(LAP203)"));
  }
}
