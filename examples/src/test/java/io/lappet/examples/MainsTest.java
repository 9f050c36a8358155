package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.lang.reflect.Method;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The classic programs as a reader runs them: in real time, here all at once. */
class MainsTest {
  private static final Path SOURCES = Path.of("src/main/java");

  private final PrintStream out = System.out;
  private final PrintStream err = System.err;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
  private final ByteArrayOutputStream complaints = new ByteArrayOutputStream();
  private final ExecutorService executor = Executors.newCachedThreadPool();

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
    System.setErr(new PrintStream(complaints, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(out);
    System.setErr(err);
    executor.shutdownNow();
  }

  @Test
  void allEndByThemselvesAndComplainOfNothing() throws Exception {
    Map<String, Future<?>> programs = new TreeMap<>();
    for (String name : programs()) {
      programs.put(name, executor.submit(main(name)));
    }

    for (Map.Entry<String, Future<?>> program : programs.entrySet()) {
      assertThat(program.getValue()).as(program.getKey()).succeedsWithin(60, TimeUnit.SECONDS);
    }
    assertThat(complaints.toString(StandardCharsets.UTF_8)).isEmpty();
    assertThat(printed.toString(StandardCharsets.UTF_8))
        .contains("counter 3", "balance 0", "-----all threads done-----");
  }

  private static Callable<?> main(String name) throws ReflectiveOperationException {
    Method main = Class.forName(name).getDeclaredMethod("main", String[].class);
    main.setAccessible(true); // the programs are package-private
    return () -> main.invoke(null, (Object) new String[0]);
  }

  /** The names of the classes that have a number and a {@code main}. */
  private static List<String> programs() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(MainsTest::isProgram)
          .map(file -> SOURCES.relativize(file).toString())
          .map(file -> file.replace(".java", "").replace('/', '.'))
          .toList();
    }
  }

  private static boolean isProgram(Path file) {
    try {
      return Files.isRegularFile(file)
          && !file.endsWith("ManyIncrements.java") // its test runs as many threads
          && Files.readString(file).matches("(?s).*\\* P\\d+: .*static void main\\(.*");
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
