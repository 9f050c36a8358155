package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Fabric;
import io.lappet.WiringException;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.io.StringWriter;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.jar.JarOutputStream;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import javax.tools.DiagnosticCollector;
import javax.tools.JavaCompiler;
import javax.tools.JavaFileObject;
import javax.tools.StandardJavaFileManager;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a module does with locks is known to those that call it. */
class OtherModulesTest {
  private static final String BOOKS = """
      package books;
      import io.lappet.*;
      import io.lappet.annotation.*;
      @Shared
      public interface Books {
        Mutex ledger();
        Mutex orders();
        Gate ready();
      }
      """;

  private static final String CLERK = """
      package books;
      import io.lappet.*;
      import io.lappet.annotation.*;
      @Woven(uses = Books.class)
      public abstract class Clerk {
        final int days = 0;
        @Synchronized(lock = "orders") public void open() {}
        @Synchronized(lock = "orders") public void close(int day) { new Helper().add(this); }
        @Synchronized(lock = "ledger") public void add() {}
      }
      """;

  private static final String HELPER = """
      package books;
      class Helper {
        void add(Clerk clerk) { clerk.add(); }
      }
      """;

  private static final String AUDIT = """
      package audit;
      import io.lappet.*;
      import io.lappet.annotation.*;
      import books.*;
      @Woven(uses = Books.class)
      public abstract class Audit {
        private final Clerk clerk;
        Audit(Clerk clerk) { this.clerk = clerk; }
        @Synchronized(lock = "ledger") void report() { clerk.open(); }
      }
      """;

  private static final String BOOKS_MODULE =
      "module books { requires io.lappet.runtime; exports books; }";

  private static final String AUDIT_MODULE =
      "module audit { requires books; requires io.lappet.runtime; }";

  @TempDir
  Path folder;

  @Test
  void aCircleThroughAFolderIsFound() throws IOException {
    assertThat(books()).isEmpty();
    assertThat(compile("audit", path("-cp", "books"), AUDIT))
        .singleElement()
        .satisfies(this::tells);
  }

  private void tells(String message) {
    assertThat(message)
        .startsWith("[lock-order] Locks are taken in a circle")
        .contains("Audit.report() holds \"ledger\", calls Clerk.open() (Audit.java:9)")
        .contains("Clerk.close() holds \"orders\", calls Helper.add() (Clerk.java:8)")
        .contains("which calls Clerk.add() (Helper.java:3), which takes \"ledger\"");
  }

  private List<String> books(String... more) throws IOException {
    List<String> sources = new ArrayList<>(List.of(BOOKS, CLERK, HELPER));
    sources.addAll(List.of(more));
    String[] all = sources.toArray(String[]::new);
    return compile("books", path(more.length == 0 ? "-cp" : "--module-path"), all);
  }

  @Test
  void aCircleThroughAJarIsFound() throws IOException {
    assertThat(books()).isEmpty();
    Path jar = jar("books");

    assertThat(compile("audit", path("-cp", jar.getFileName().toString()), AUDIT))
        .singleElement()
        .satisfies(this::tells);
  }

  @Test
  void aCircleThroughAModuleIsFound() throws IOException {
    assertThat(books(BOOKS_MODULE)).isEmpty();

    assertThat(compile("audit", path("--module-path", "books"), AUDIT, AUDIT_MODULE))
        .singleElement()
        .satisfies(this::tells);
  }

  @Test
  void theOtherOrderIsNoCircle() throws IOException {
    books();
    String right = AUDIT.replace("ledger", "orders").replace("clerk.open()", "clerk.add()");

    assertThat(compile("audit", path("-cp", "books"), right)).isEmpty();
  }

  @Test
  void whatTheOtherModuleAcceptsIsAccepted() throws IOException {
    String accepted = CLERK.replace(
        "@Synchronized(lock = \"orders\") public void close",
        "@Accept(check = \"lock-order\", reason = \"only at night\")"
            + " @Synchronized(lock = \"orders\") public void close");
    assertThat(compile("books", path("-cp"), BOOKS, accepted, HELPER)).isEmpty();

    assertThat(compile("audit", path("-cp", "books"), AUDIT)).isEmpty();
  }

  @Test
  void whatIsGivenToAnotherModuleMayBeCaughtInALambdaThere() throws IOException {
    String keeper = """
        package books;
        import io.lappet.annotation.*;
        import java.util.function.Supplier;
        public abstract class Keeper {
          private Runnable kept;
          @Synchronized public void keep(Supplier<String> one, Runnable other) {
            kept = () -> {
              Object caught = one;
              Runnable too = other;
              new Thread(() -> other.run()).start();
            };
          }
        }
        """;

    assertThat(compile("books", path("-cp"), keeper)).isEmpty();
    assertThat(folder.resolve("books/books/Keeper.lappet")).content().contains("Keeper.keep(");
  }

  @Test
  void aFileOfAnotherVersionOrADamagedOneSaysNothing() throws IOException {
    for (String text : List.of("lappet 99\n\nclass\tbooks.Clerk\n", "lappet 1\n\nclass\t3", "?")) {
      books();
      Files.writeString(folder.resolve("books/books/Clerk.lappet"), text);

      assertThat(compile("audit", path("-cp", "books"), AUDIT)).isEmpty();
    }
  }

  @Test
  void aClassThatHasNothingToTellAnyMoreHasAnEmptyFile() throws IOException {
    books();
    assertThat(folder.resolve("books/books/Helper.lappet")).content().contains("Invoke");

    String idle = HELPER.replace("clerk.add();", "");
    assertThat(compile("books", path("-cp"), BOOKS, CLERK, idle)).isEmpty();
    assertThat(folder.resolve("books/books/Helper.lappet")).hasContent("lappet 1\n\n");
    assertThat(compile("audit", path("-cp", "books"), AUDIT)).isEmpty();
  }

  @Test
  void theSameSourcesMakeTheSameFiles() throws IOException {
    books();
    String first = Files.readString(folder.resolve("books/books/Clerk.lappet"));
    books();

    assertThat(Files.readString(folder.resolve("books/books/Clerk.lappet"))).isEqualTo(first);
    assertThat(first)
        .startsWith("lappet 1\norder\t*books.Books#orders\t*books.Books#ledger\twrite\t");
  }

  private static String underLedger(String type, String annotations, String use) {
    return """
        package %s;
        import io.lappet.*;
        import io.lappet.annotation.*;
        import books.*;
        @Woven(uses = Books.class)
        public abstract class %s {
          abstract Fabric fabric();
          %s @Synchronized(lock = "ledger") public void use() throws InterruptedException { help(); }
          private void help() throws InterruptedException { WovenBooks.in(fabric()).ready().%s; }
        }
        """.formatted(type.toLowerCase(java.util.Locale.ROOT), type, annotations, use);
  }

  private String head(String file) throws IOException {
    String text = Files.readString(folder.resolve(file));
    return text.substring(0, text.indexOf("\n\n") + 1);
  }

  @Test
  void waitsThatHoldWhatAnotherModuleNeedsAreLeftForTheStart() throws IOException {
    String accepted = "@SuppressWarnings(\"wait-holding\")";
    compile("books", path("-cp"), BOOKS);
    assertThat(compile("waits", path("-cp", "books"), underLedger("Waits", "", "await()")))
        .singleElement()
        .asString()
        .endsWith("(LAP207)");
    assertThat(compile("opens", path("-cp", "books"), underLedger("Opens", "", "open()")))
        .isEmpty();
    assertThat(compile("quiet", path("-cp", "books"), underLedger("Quiet", accepted, "await()")))
        .isEmpty();

    assertThat(head("waits/waits/Waits.lappet")).isEqualTo("""
        lappet 1
        wait\t*books.Books#ledger\tgate *books.Books#ready\tWaits.use() holds Books.ledger and calls \
        Waits.help() (Waits.java:8), which waits for "ready" (Waits.java:9)
        """);
    assertThat(head("opens/opens/Opens.lappet")).isEqualTo("""
        lappet 1
        end\t*books.Books#ledger\tgate *books.Books#ready\tOpens.help() (Opens.java:9), needs \
        Books.ledger first
        """);
    assertThat(head("quiet/quiet/Quiet.lappet")).isEqualTo("lappet 1\n");
  }

  @Test
  void modulesThatMeetOnlyInTheProgramAreLookedAtWhenItStarts() throws Exception {
    compile("books", path("-cp"), BOOKS);
    assertThat(compile("left", path("-cp", "books"), side("Left", "ledger", "orders")))
        .isEmpty();
    assertThat(compile("right", path("-cp", "books"), side("Right", "orders", "ledger")))
        .isEmpty();

    try (URLClassLoader program = program("books", "left", "right")) {
      Fabric watched = Fabric.builder().refuseLockOrder().build();
      make(program, "left.WovenLeft", watched);
      watched.start();
      make(program, "right.WovenRight", watched);
      assertThatThrownBy(watched::start).isInstanceOf(WiringException.class).hasMessage("""
              [lock-order] Locks are taken in a circle over several modules, so threads can wait for \
              each other for ever: Books.ledger -> Books.orders -> Books.ledger.
              1) Books.ledger, then Books.orders:
                 Left.first() holds "ledger", calls Left.second() (Left.java:6), which takes "orders"
              2) Books.orders, then Books.ledger:
                 Right.first() holds "orders", calls Right.second() (Right.java:6), which takes "ledger"
              Take them in one order everywhere. (LAP301)""");
      watched.close();

      Fabric plain = Fabric.create();
      make(program, "left.WovenLeft", plain);
      make(program, "right.WovenRight", plain);
      plain.start(); // nobody asked
      plain.close();
    }
  }

  @Test
  void aWaitAndItsEndThatMeetOnlyInTheProgramAreToldWhenItStarts() throws Exception {
    compile("books", path("-cp"), BOOKS);
    compile("waits", path("-cp", "books"), underLedger("Waits", "", "await()"));
    compile("opens", path("-cp", "books"), underLedger("Opens", "", "open()"));

    try (URLClassLoader program = program("books", "waits", "opens")) {
      assertThat(warnings(program, "waits.WovenWaits")).isEmpty();
      assertThat(warnings(program, "opens.WovenOpens")).isEmpty();
      assertThat(warnings(program, "waits.WovenWaits", "opens.WovenOpens")).containsExactly("""
          [wait-deadlock] A wait holds the lock that is needed to end it, over several modules.
          waits: Waits.use() holds Books.ledger and calls Waits.help() (Waits.java:8), which waits \
          for "ready" (Waits.java:9)
          ends: Opens.help() (Opens.java:9), needs Books.ledger first
          Wait before taking the lock, or after giving it back. (LAP303)""");
    }
  }

  /** What is told of waits when a fabric with objects of these classes starts. */
  private static List<String> warnings(ClassLoader program, String... classes) throws Exception {
    Logger log = Logger.getLogger("io.lappet");
    List<String> told = new ArrayList<>();
    Handler handler = new Handler() {
      @Override
      public void publish(LogRecord message) {
        told.add(message.getMessage());
      }

      @Override
      public void flush() {}

      @Override
      public void close() {}
    };
    log.addHandler(handler);
    try (Fabric fabric = Fabric.builder().watchLockOrder().build()) {
      for (String name : classes) {
        make(program, name, fabric);
      }
      fabric.start();
    } finally {
      log.removeHandler(handler);
    }
    return told.stream().filter(text -> text.contains("LAP303")).toList();
  }

  private static String side(String name, String first, String second) {
    return """
        package %s;
        import io.lappet.annotation.*;
        @Woven(uses = books.Books.class)
        public abstract class %s {
          @Synchronized(lock = "%s")
          public void first() { second(); }
          @Synchronized(lock = "%s")
          public void second() {}
        }
        """.formatted(name.toLowerCase(Locale.ROOT), name, first, second);
  }

  private URLClassLoader program(String... modules) throws IOException {
    List<URL> roots = new ArrayList<>();
    for (String module : modules) {
      roots.add(folder.resolve(module).toUri().toURL());
    }
    return new URLClassLoader(roots.toArray(URL[]::new), getClass().getClassLoader());
  }

  private static void make(ClassLoader program, String name, Fabric fabric) throws Exception {
    program.loadClass(name).getConstructor(Fabric.class).newInstance(fabric);
  }

  private List<String> path(String option, String... parts) {
    StringBuilder path = new StringBuilder(System.getProperty("java.class.path"));
    for (String part : parts) {
      path.append(File.pathSeparator).append(folder.resolve(part));
    }
    return option.equals("-cp")
        ? List.of(option, path.toString())
        : List.of(option, path.toString());
  }

  private Path jar(String name) throws IOException {
    Path root = folder.resolve(name);
    Path jar = folder.resolve(name + ".jar");
    try (OutputStream file = Files.newOutputStream(jar);
        JarOutputStream out = new JarOutputStream(file);
        Stream<Path> files = Files.walk(root)) {
      for (Path at : files.filter(it -> !it.toString().endsWith(".java")).toList()) {
        if (Files.isDirectory(at)) {
          continue;
        }
        out.putNextEntry(new ZipEntry(root.relativize(at).toString().replace('\\', '/')));
        Files.copy(at, out);
      }
    }
    return jar;
  }

  /** Compiles a module into a folder of its name, and returns what is said of it. */
  private List<String> compile(String module, List<String> path, String... sources)
      throws IOException {
    Path classes = Files.createDirectories(folder.resolve(module));
    JavaCompiler compiler = ToolProvider.getSystemJavaCompiler();
    DiagnosticCollector<JavaFileObject> messages = new DiagnosticCollector<>();
    try (StandardJavaFileManager files =
        compiler.getStandardFileManager(messages, Locale.ROOT, StandardCharsets.UTF_8)) {
      List<Path> written = new ArrayList<>();
      for (String source : sources) {
        written.add(write(module, source));
      }
      List<String> options = new ArrayList<>(List.of("-d", classes.toString()));
      options.addAll(path);
      JavaCompiler.CompilationTask task = compiler.getTask(
          new StringWriter(),
          files,
          messages,
          options,
          null,
          files.getJavaFileObjects(written.toArray(Path[]::new)));
      task.setProcessors(List.of(new LappetProcessor()));
      task.call();
    }
    return Defects.refused(messages.getDiagnostics()).stream()
        .map(message -> message.getMessage(Locale.ROOT))
        .toList();
  }

  private Path write(String module, String source) throws IOException {
    boolean isModule = source.startsWith("module ");
    String name = isModule ? "module-info" : SourceText.fullName(source).replace('.', '/');
    Path file = folder.resolve(module + "-src").resolve(name + ".java");
    Files.createDirectories(file.getParent());
    return Files.writeString(file, source);
  }
}
