package io.lappet.processor.topology;

import io.lappet.processor.check.Levels;
import io.lappet.processor.check.Problem;
import java.io.IOException;
import java.io.Writer;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.annotation.processing.Filer;
import javax.tools.Diagnostic;
import javax.tools.FileObject;
import javax.tools.StandardLocation;

/** Writes the topology at the end of a module, and compares it with the list that the team keeps. */
public final class TopologyReport {
  private static final String FOLDER = "META-INF/lappet/topology.";
  private static final String HEAD =
      "# What the classes of this module declare about threads. Written by lappet-processor.";
  private static final int MOST_LINES = 20;

  private final Topology topology = new Topology();
  private final TopologyOptions options;

  private TopologyReport(TopologyOptions options) {
    this.options = options;
  }

  /** Whether {@code options} ask for any of it, so that each class is part of one result. */
  public static boolean isAskedFor(Map<String, String> options) {
    return !TopologyOptions.of(options).isOff();
  }

  /** The report that the options ask for, if they do. */
  public static Optional<TopologyReport> of(Map<String, String> options) {
    TopologyOptions asked = TopologyOptions.of(options);
    return asked.isOff() ? Optional.empty() : Optional.of(new TopologyReport(asked));
  }

  /** What is collected. */
  public Topology topology() {
    return topology;
  }

  /**
   * All classes are known: writes the files and compares.
   *
   * @param filer where the files go
   * @param told is told how loud a change of the list is, and the text of that message
   * @throws IOException if a file cannot be read or written
   */
  public void finish(Filer filer, Levels levels, BiConsumer<Diagnostic.Kind, String> told)
      throws IOException {
    for (String format : options.formats()) {
      switch (format) {
        case "mermaid" -> write(filer, "mmd", Mermaid.of(topology));
        case "dot" -> write(filer, "dot", Dot.of(topology));
        default -> write(filer, "html", Page.of(topology));
      }
    }
    if (options.lock().isPresent()) {
      String present = HEAD
          + "\n"
          + topology.lines().stream().map(line -> line + "\n").collect(Collectors.joining());
      compare(options.lock().get(), write(filer, "lock", present), levels, told);
    }
  }

  private static URI write(Filer filer, String ending, String text) throws IOException {
    FileObject file = filer.createResource(StandardLocation.CLASS_OUTPUT, "", FOLDER + ending);
    try (Writer writer = file.openWriter()) {
      writer.write(text);
    }
    return file.toUri();
  }

  private void compare(
      Path kept, URI present, Levels levels, BiConsumer<Diagnostic.Kind, String> told)
      throws IOException {
    List<String> before = Files.exists(kept) ? content(Files.readAllLines(kept)) : List.of();
    List<String> now = topology.lines();
    List<String> changes = new ArrayList<>();
    now.stream().filter(line -> !before.contains(line)).map("+ "::concat).forEach(changes::add);
    before.stream().filter(line -> !now.contains(line)).map("- "::concat).forEach(changes::add);
    if (!changes.isEmpty()) {
      changes.sort(Comparator.comparing(line -> line.substring(1)));
      Stream<String> shown = changes.stream().limit(MOST_LINES);
      if (changes.size() > MOST_LINES) {
        shown = Stream.concat(shown, Stream.of((changes.size() - MOST_LINES) + " more"));
      }
      String lines = shown.map(line -> line + "\n").collect(Collectors.joining());
      Optional<Diagnostic.Kind> kind = levels.kind(Problem.TOPOLOGY_CHANGED);
      kind.ifPresent(it -> told.accept(
          it,
          Problem.TOPOLOGY_CHANGED.text(
              it, kept.getFileName(), lines, quoted(path(present)), quoted(kept.toString()))));
    }
  }

  private static List<String> content(List<String> lines) {
    return lines.stream()
        .filter(line -> !line.isBlank() && !line.startsWith("#"))
        .toList();
  }

  private static String path(URI file) {
    return "file".equals(file.getScheme()) ? Path.of(file).toString() : file.toString();
  }

  private static String quoted(String path) {
    return path.contains(" ") ? "'" + path + "'" : path;
  }
}
