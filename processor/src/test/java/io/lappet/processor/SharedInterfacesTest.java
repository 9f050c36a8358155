package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import javax.tools.JavaFileObject;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Shared interfaces, and classes that use them from elsewhere. */
class SharedInterfacesTest {
  private static final String IMPORTS = """
      import io.lappet.*;
      import io.lappet.annotation.*;
      """;

  private static final String BOOKS = "package books;\n" + IMPORTS + """
          @Shared public interface Books {
            Mutex ledger();
            @ChannelSpec(capacity = 8) ChannelView<String> orders();
            Gate open();
            @Limit(permits = 2) Permits clerks();
          }
          """;

  private static final String DESK = "package app;\n" + IMPORTS + """
          @Woven(uses = books.Books.class) public abstract class Desk {
            @Synchronized(lock = "ledger") protected void post() {}
            @WaitUntil("open") @Limit("clerks") protected void serve() {}
            @Consumer(from = "orders") void bill(String order) {}
          }
          """;

  @TempDir
  Path folder;

  @Test
  void mayStandInAnotherPackage() {
    assertThat(warningsAndErrors(Javac.compile(List.of("-Werror"), BOOKS, DESK)))
        .isEmpty();
    assertThat(warningsAndErrors(Javac.compile(List.of("-Werror"), DESK, BOOKS)))
        .isEmpty();
  }

  @Test
  void mayComeFromClassFiles() throws IOException {
    for (JavaFileObject file : Javac.compile(BOOKS).generatedFiles()) {
      String classes = "/" + StandardLocation.CLASS_OUTPUT.getName() + "/";
      if (file.getName().startsWith(classes)) {
        Path target = folder.resolve(file.getName().substring(classes.length()));
        Files.createDirectories(target.getParent());
        try (var content = file.openInputStream()) {
          Files.copy(content, target);
        }
      }
    }
    List<File> classPath = new ArrayList<>(List.of(folder.toFile()));
    Arrays.stream(System.getProperty("java.class.path").split(File.pathSeparator))
        .map(File::new)
        .forEach(classPath::add);

    Compilation compilation = Javac.compileOn(classPath, List.of(), DESK);

    assertThat(compilation.errors()).isEmpty();
    assertThat(generated(compilation, "WovenDesk"))
        .contains("Books books = WovenBooks.in(fabric);")
        .contains("ledgerLock = Monitor.behind(books.ledger());")
        .contains("ordersChannel = Channels.behind(books.orders());")
        .contains("openGate = books.open();")
        .contains("clerksPermits = books.clerks();");
  }

  @Test
  void aClassComesFirstWithItsOwnNames() throws IOException {
    Compilation compilation =
        Javac.compile(BOOKS, DESK.replace("public abstract class Desk {", """
            @SuppressWarnings("gate-never-opened")
            public abstract class Desk {
              abstract Mutex ledger();
              abstract Gate open();
              @Limit(permits = 1) abstract Permits clerks();
              abstract Sender<String> orders();
            """));

    assertThat(warningsAndErrors(compilation)).isEmpty();
    assertThat(generated(compilation, "WovenDesk")).doesNotContain("Books");
  }

  @Test
  void aClassThatUsesOneNeedsAFabric() throws IOException {
    Compilation compilation = Javac.compile(BOOKS, "package app;\n" + IMPORTS + """
            @Woven(uses = books.Books.class) abstract class Reader {
              @Synchronized(lock = "ledger") void read() {}
            }
            """);

    assertThat(warningsAndErrors(compilation)).isEmpty();
    assertThat(generated(compilation, "WovenReader"))
        .contains("WovenReader(Fabric fabric)")
        .doesNotContain("WovenReader()");
  }

  @Test
  void aSealedOneNamesItsClass() {
    String sealed = "package books;\n" + IMPORTS + """
            @Shared sealed interface Books permits WovenBooks { Mutex ledger(); }
            """;

    assertThat(warningsAndErrors(Javac.compile(List.of("-Werror"), sealed))).isEmpty();
    assertThat(messages(Javac.compile(sealed.replace("permits WovenBooks", "permits Other")
                + "final class Other implements Books { public Mutex ledger() { return null; } }")
            .errors()))
        .singleElement()
        .asString()
        .contains("[cannot-weave]", "does not permit WovenBooks");
  }

  @Test
  void aTypeOfItsMessagesMayBeWrittenInTheSameRound() {
    String part = "package app;\n" + IMPORTS + "public class Part { @Daemon void serve() {} }";
    String shared = "package app;\n" + IMPORTS + """
            @Shared interface Parts { Channel<WovenPart> parts(); }
            """;
    String taker = "package app;\n" + IMPORTS + """
            @Woven(uses = Parts.class) class Taker { @Consumer(from = "parts") void take(Part it) {} }
            """;

    assertThat(warningsAndErrors(Javac.compile(List.of("-Werror"), taker, shared, part)))
        .isEmpty();
  }

  @Test
  void everyMistakeIsReportedAtOnce() {
    Compilation compilation = Javac.compile("package app;\n" + IMPORTS + """
            @Shared interface Books {
              int pages();
              Mutex ledger(int year);
              Permits clerks();
              default void post() {}
              static void main(String[] arguments) { WovenBooks.in(null).pages(); }
            }
            """);

    assertThat(messages(compilation.errors()))
        .satisfiesExactlyInAnyOrder(
            it -> assertThat(it).contains("pages() is abstract"),
            it -> assertThat(it).contains("ledger() is abstract", "it has parameters"),
            it -> assertThat(it).contains("nothing says how many permits there are"),
            it -> assertThat(it).contains("post() cannot be woven"),
            it -> assertThat(it).contains("main() cannot be woven"));
  }

  private static String generated(Compilation compilation, String name) throws IOException {
    for (JavaFileObject file : compilation.generatedSourceFiles()) {
      if (file.getName().endsWith("/" + name + ".java")) {
        try (var content = file.openInputStream()) {
          return new String(content.readAllBytes(), StandardCharsets.UTF_8);
        }
      }
    }
    throw new AssertionError("no " + name);
  }

  private static List<String> warningsAndErrors(Compilation compilation) {
    List<String> all = new ArrayList<>(messages(compilation.errors()));
    all.addAll(messages(compilation.warnings()));
    return all;
  }

  private static List<String> messages(
      List<javax.tools.Diagnostic<? extends JavaFileObject>> diagnostics) {
    return diagnostics.stream()
        .map(diagnostic -> diagnostic.getMessage(Locale.ROOT))
        .toList();
  }
}
