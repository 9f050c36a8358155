package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.annotation.ThreadKind;
import java.io.BufferedReader;
import java.io.File;
import java.io.IOException;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A class with a {@code main}, run in a JVM of its own. */
final class Program implements AutoCloseable {
  private final Process process;
  private final List<String> out = new CopyOnWriteArrayList<>();
  private final List<String> err = new CopyOnWriteArrayList<>();
  private final List<Side<Void>> readers;

  private Program(Process process) {
    this.process = process;
    this.readers = List.of(
        Side.run(() -> readAll(process.inputReader(), out)),
        Side.run(() -> readAll(process.errorReader(), err)));
  }

  static Program start(Class<?> main, String... arguments) throws IOException {
    return start(main, new Place(Map.of(), List.of(), List.of()), arguments);
  }

  /**
   * Where a program runs.
   *
   * @param variables of the environment
   * @param options of the JVM
   * @param classPath what comes before the classes of this module
   */
  record Place(Map<String, String> variables, List<String> options, List<Path> classPath) {}

  static Program start(Class<?> main, Place place, String... arguments) throws IOException {
    String java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
    Stream<String> own = Stream.of(Fabric.class, ThreadKind.class, main).map(Program::placeOf);
    String classPath = Stream.concat(place.classPath().stream().map(Path::toString), own)
        .distinct()
        .collect(Collectors.joining(File.pathSeparator));
    List<String> command =
        new ArrayList<>(List.of(java, "-XX:TieredStopAtLevel=1", "-cp", classPath));
    command.addAll(place.options());
    command.add(main.getName());
    command.addAll(List.of(arguments));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(place.variables());
    builder.environment().remove("JAVA_TOOL_OPTIONS"); // would be told on standard error
    return new Program(builder.start());
  }

  /** The folder or archive that a class comes from. */
  private static String placeOf(Class<?> type) {
    String path = type.getName().replace('.', '/') + ".class";
    String url = type.getResource("/" + path).toString();
    if (url.startsWith("jar:")) {
      return Path.of(URI.create(url.substring(4, url.indexOf('!')))).toString();
    }
    return Path.of(URI.create(url.substring(0, url.length() - path.length()))).toString();
  }

  private static void readAll(BufferedReader reader, List<String> lines) throws IOException {
    try (reader) {
      for (String line = reader.readLine(); line != null; line = reader.readLine()) {
        lines.add(line);
      }
    }
  }

  /** Waits until the program has printed {@code line}. */
  Program printed(String line) {
    Eventually.until(() -> out.contains(line) || !process.isAlive());
    assertThat(out).as("standard error: %s", err).contains(line);
    return this;
  }

  /** Tells it to end, as SIGTERM does. */
  Program terminate() {
    process.toHandle().destroy(); // Process.destroy() would close our ends, too
    return this;
  }

  boolean isAlive() {
    return process.isAlive();
  }

  /** Waits for the end and returns the exit code. */
  int exitCode() throws InterruptedException {
    assertThat(process.waitFor(40, TimeUnit.SECONDS))
        .as("ended; it printed %s", out)
        .isTrue();
    readers.forEach(Side::result);
    return process.exitValue();
  }

  List<String> out() {
    return out;
  }

  List<String> err() {
    return err;
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }
}
