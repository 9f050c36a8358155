package io.lappet.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A program of the judge: a file, or a folder of files. The first line of a wrong one is the id of the
 * message that it is to give, {@code // LAP201}; options follow below. The message may stand at any line
 * that ends in {@code // here}.
 */
record JudgedProgram(
    String name, String id, List<String> options, List<String> sources, List<String> places) {
  private static final String COMMENT = "// ";
  private static final String HERE = "// here";

  /** Those in {@code folder}, in the order of their names. */
  static List<JudgedProgram> all(String folder) {
    try (Stream<Path> programs = Files.list(SourceText.resource(folder))) {
      return programs.sorted().map(JudgedProgram::read).toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static JudgedProgram read(Path program) {
    String id = "";
    List<String> options = new ArrayList<>();
    Map<String, String> sources = new LinkedHashMap<>();
    List<String> places = new ArrayList<>();
    for (Path file : files(program)) {
      String source = SourceText.read(file);
      String name = SourceText.fullName(source);
      sources.put(name, source);
      List<String> lines = source.lines().toList();
      for (int i = 0; i < lines.size(); i++) {
        String line = lines.get(i);
        if (line.startsWith(COMMENT + "LAP")) {
          id = line.substring(COMMENT.length());
        } else if (line.startsWith(COMMENT + "-")) {
          options.add(line.substring(COMMENT.length()));
        } else if (line.endsWith(HERE)) {
          places.add(place(file.getFileName().toString(), i + 1));
        }
      }
    }
    return new JudgedProgram(
        program.getFileName().toString().replace(".java", ""),
        id,
        options,
        List.copyOf(sources.values()),
        places);
  }

  private static List<Path> files(Path program) {
    if (!Files.isDirectory(program)) {
      return List.of(program);
    }
    try (Stream<Path> files = Files.list(program)) {
      return files.sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** How a line is called in {@link #places}. */
  static String place(String file, long line) {
    return file + ":" + line;
  }

  @Override
  public String toString() {
    return name;
  }
}
