package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.testing.compile.Compilation;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import javax.tools.StandardLocation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What the classes of a module declare, as files of the build. */
class TopologyTest {
  private static final String PIPELINE = """
      package app;
      import io.lappet.annotation.*;
      abstract class Pipeline {
        @Producer(to = "raw") String read() { return null; }
        @Consumer(from = "raw", to = "counts", concurrency = 4) @Limit(permits = 2)
        Integer count(String line) { return line.length(); }
        @Consumer(from = "counts") @Synchronized(lock = "sum") void add(Integer count) {}
        @PeriodicTimer(every = "5s") @Synchronized(lock = "sum") void report() {}
      }
      """;
  private static final String BOOKS = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      @Shared interface Books { Mutex ledger(); Gate open(); }
      """;
  private static final String SHOP = """
      package app;
      import io.lappet.annotation.*;
      @Woven(uses = Books.class)
      abstract class Shop {
        @WaitUntil("open") @Synchronized(lock = "ledger") void sell() throws InterruptedException {}
        @Synchronized(lock = "ledger") void count() {}
      }
      """;
  private static final List<String> LINES = List.of(
      "app.Pipeline.add receives from app.Pipeline.counts",
      "app.Pipeline.add takes app.Pipeline.sum",
      "app.Pipeline.count receives from app.Pipeline.raw",
      "app.Pipeline.count sends to app.Pipeline.counts",
      "app.Pipeline.count takes app.Pipeline.count permits",
      "app.Pipeline.read sends to app.Pipeline.raw",
      "app.Pipeline.report takes app.Pipeline.sum",
      "app.Shop.count takes app.Books.ledger",
      "app.Shop.sell takes app.Books.ledger",
      "app.Shop.sell waits for app.Books.open",
      "channel app.Pipeline.counts (256)",
      "channel app.Pipeline.raw (256)",
      "consumer app.Pipeline.add",
      "consumer app.Pipeline.count (4 threads)",
      "gate app.Books.open",
      "lock app.Books.ledger",
      "lock app.Pipeline.sum",
      "method app.Shop.count",
      "method app.Shop.sell",
      "permits app.Pipeline.count permits (2)",
      "producer app.Pipeline.read",
      "timer app.Pipeline.report");

  @TempDir
  Path folder;

  private static String file(Compilation compilation, String ending) throws IOException {
    return compilation
        .generatedFile(StandardLocation.CLASS_OUTPUT, "META-INF/lappet/topology." + ending)
        .orElseThrow()
        .getCharContent(true)
        .toString();
  }

  /** What is told of the topology; the programs are no models otherwise. */
  private static List<String> warnings(Compilation compilation) {
    assertThat(compilation.errors()).isEmpty();
    return compilation.warnings().stream()
        .map(it -> it.getMessage(Locale.ROOT).replaceAll("(?m)^  ", ""))
        .filter(text -> text.contains("topology-changed"))
        .toList();
  }

  @Test
  void withoutTheOptionNothingIsWritten() {
    Compilation compilation = Javac.compile(PIPELINE);
    assertThat(compilation.generatedFiles()).noneMatch(file -> file.getName().contains("topology"));
  }

  @Test
  void theThreeFormatsDoNotDependOnTheOrderOfTheSources() throws IOException {
    List<String> options = List.of("-Alappet.topology=mermaid,dot,html");
    Compilation first = Javac.compile(options, PIPELINE, BOOKS, SHOP);
    Compilation second = Javac.compile(options, SHOP, BOOKS, PIPELINE);
    for (String ending : List.of("mmd", "dot", "html")) {
      assertThat(file(first, ending)).isEqualTo(file(second, ending));
    }
    assertThat(file(first, "mmd"))
        .startsWith("flowchart LR\n  subgraph s0[\"app.Books\"]\n")
        .contains("{{\"report<br/>timer\"}}")
        .contains("([\"raw<br/>channel, 256\"])");
    assertThat(file(first, "dot"))
        .contains("\"app.Pipeline.read\" -> \"app.Pipeline.raw\" [label=\"sends to\"];")
        .contains("\"app.Pipeline.raw\" -> \"app.Pipeline.count\" [label=\"receives from\"];");
    assertThat(file(first, "html"))
        .contains("prefers-color-scheme: dark")
        .contains("name=\"viewport\"")
        .contains("2 consumers")
        .doesNotContain("<script")
        .doesNotContain("http");
  }

  @Test
  void channelsThatFeedEachOtherAreRed() throws IOException {
    Compilation compilation = Javac.compile(List.of("-Alappet.topology=mermaid,html"), """
        package app;
        import io.lappet.annotation.*;
        @SuppressWarnings("channel-cycle") abstract class Ring {
          @Producer(to = "a") String begin() { return ""; }
          @Consumer(from = "a", to = "b") String there(String s) { return s; }
          @Consumer(from = "b", to = "a") String back(String s) { return s; }
        }
        """);
    assertThat(file(compilation, "mmd").lines().filter(line -> line.contains("stroke:red")))
        .hasSize(4);
    assertThat(file(compilation, "html")).contains("<h2>Circles</h2>").contains("class=\"bad\"");
  }

  @Test
  void theListThatTheTeamKeepsIsComparedAndAccepted() throws IOException {
    Path kept = folder.resolve("topology.lock");
    List<String> options = List.of("-Alappet.topology.lock=" + kept);

    List<String> first = warnings(Javac.compile(options, PIPELINE, BOOKS, SHOP));
    assertThat(first)
        .singleElement()
        .asString()
        .startsWith("""
        [topology-changed] What this module declares about threads is not what topology.lock says.
        + app.Pipeline.add receives from app.Pipeline.counts
        """)
        .contains("\n2 more\n")
        .contains("accept it: cp ")
        .endsWith("(LAP306)");

    Compilation compilation = Javac.compile(options, SHOP, PIPELINE, BOOKS);
    Files.writeString(kept, file(compilation, "lock"), StandardCharsets.UTF_8);
    assertThat(Files.readAllLines(kept).subList(1, LINES.size() + 1)).isEqualTo(LINES);
    assertThat(warnings(Javac.compile(options, PIPELINE, BOOKS, SHOP))).isEmpty();

    String changed = PIPELINE.replace("concurrency = 4", "concurrency = 8");
    assertThat(warnings(Javac.compile(options, changed, BOOKS, SHOP)))
        .singleElement()
        .asString()
        .contains("""
            - consumer app.Pipeline.count (4 threads)
            + consumer app.Pipeline.count (8 threads)
            If that is meant, accept it: cp\
            """);
  }

  @Test
  void aChangeIsAnErrorIfStrict() {
    Compilation compilation = Javac.compile(
        List.of("-Alappet.strict=true", "-Alappet.topology.lock=" + folder.resolve("none")),
        PIPELINE);
    assertThat(compilation.errors()).hasSize(1);
  }

  @Test
  void aFormatThatThereIsNotIsAnError() {
    Compilation compilation = Javac.compile(List.of("-Alappet.topology=mermaid,htm"), PIPELINE);
    assertThat(compilation.errors())
        .singleElement()
        .satisfies(error -> assertThat(error.getMessage(Locale.ROOT))
            .startsWith("[unknown-name] \"htm\" is not a value of option lappet.topology."));
  }

  private static final String STORE = """
      package app;
      import io.lappet.*;
      import io.lappet.annotation.*;
      abstract class Store {
        private int rows;
        @Limit(permits = 2) abstract Permits db();
        abstract Channel<String> raw();
        abstract Channel<String> done();
        abstract Gate ready();
        abstract Fabric tasks();
        @Synchronized(lock = "book") void write() throws InterruptedException { rows++; count(); }
        @Synchronized(lock = "sum") void count() { rows++; }
        @Consumer(from = "raw") void take(String row) throws InterruptedException { store(row); }
        void store(String row) throws InterruptedException { send(row); }
        private void send(String row) throws InterruptedException { done().send(row); }
        void wait(int any) throws InterruptedException {
          ready().await();
          try (Lease lease = db().acquire()) { lease.permits(); write(); }
        }
        void later() { tasks().submit("later", () -> done().receive()); ready().open(); }
      }
      """;

  private static final String HANDLERS = """
      package app;
      import io.lappet.annotation.*;
      interface Handler { void handle(); }
      class A implements Handler { public void handle() {} }
      class B implements Handler { public void handle() {} }
      class C implements Handler { public void handle() {} }
      class D implements Handler { public void handle() {} }
      abstract class Caller {
        private int calls;
        @Synchronized void call(Handler handler) { calls++; handler.handle(); }
        @Synchronized int calls() { return calls; }
      }
      """;

  private List<String> lines(String... programs) throws IOException {
    Path none = folder.resolve("none");
    Compilation compilation = Javac.compile(List.of("-Alappet.topology.lock=" + none), programs);
    return file(compilation, "lock").lines().skip(1).toList();
  }

  @Test
  void bodiesShowWhatNobodyDeclares() throws IOException {
    assertThat(lines(STORE))
        .contains(
            "app.Store.book is held while taking app.Store.sum",
            "app.Store.db is held while taking app.Store.book",
            "app.Store.db is held while taking app.Store.sum",
            "app.Store.later receives from app.Store.done",
            "app.Store.store sends to app.Store.done",
            "app.Store.take receives from app.Store.raw",
            "app.Store.take sends to app.Store.done",
            "app.Store.wait takes app.Store.db",
            "app.Store.wait waits for app.Store.ready",
            "method app.Store.wait")
        .noneMatch(line -> line.contains("Store.send"));
  }

  @Test
  void aCircleThatOnlyBodiesShowIsRed() throws IOException {
    String ring = """
        package app;
        import io.lappet.*;
        import io.lappet.annotation.*;
        @SuppressWarnings("channel-cycle") abstract class Ring {
          abstract Channel<String> a();
          @Consumer(from = "a") void again(String s) throws InterruptedException { a().send(s); }
        }
        """;
    Compilation compilation = Javac.compile(List.of("-Alappet.topology=mermaid,dot,html"), ring);
    assertThat(file(compilation, "mmd").lines().filter(line -> line.contains("stroke:red")))
        .hasSize(2);
    assertThat(file(compilation, "dot"))
        .contains("\"app.Ring.again\" -> \"app.Ring.a\" [label=\"sends to\", color=red];");
    assertThat(file(compilation, "html")).contains("<h2>Circles</h2>");
  }

  @Test
  void callsThatWereNotFollowedAreListed() throws IOException {
    Compilation compilation =
        Javac.compile(List.of("-Alappet.topology=mermaid,dot,html"), HANDLERS);
    for (String ending : List.of("mmd", "dot", "html")) {
      assertThat(file(compilation, ending)).contains("app.Caller.call calls app.Handler.handle()");
    }
  }

  @Test
  void theOrderOfTheSourcesDoesNotMatterToBodies() throws IOException {
    assertThat(lines(STORE, SHOP, BOOKS)).isEqualTo(lines(BOOKS, SHOP, STORE));
  }

  @Test
  void aProgramThatDoesNotCompileIsDrawnAsDeclaredAndNotCompared() throws IOException {
    String broken = "package app;\nclass Broken { Missing missing; }";
    Compilation compilation = Javac.compile(
        List.of("-Alappet.topology.lock=" + folder.resolve("none")), PIPELINE, broken);
    assertThat(compilation.diagnostics())
        .noneMatch(it -> it.getMessage(Locale.ROOT).contains("topology-changed"));
  }
}
