package io.lappet.processor;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Sources of tests, and what can be known of them without a compiler. */
final class SourceText {
  private static final Path RESOURCES = Path.of("src", "test", "resources");
  private static final Pattern PACKAGE = Pattern.compile("(?m)^package ([\\w.]+);");
  private static final Pattern TYPE = Pattern.compile(
      "(?m)^(?:[\\w-]+ |@\\w+(?:\\([^)]*\\))?\\s+)*(?:class|@?interface|record|enum) (\\w+)");

  private SourceText() {}

  /** The full name of the first class in {@code source}. */
  static String fullName(String source) {
    Matcher type = TYPE.matcher(source);
    if (!type.find()) {
      throw new IllegalArgumentException("no class in: " + source);
    }
    Matcher in = PACKAGE.matcher(source);
    return in.find() ? in.group(1) + "." + type.group(1) : type.group(1);
  }

  static Path resource(String folder) {
    return RESOURCES.resolve(folder);
  }

  /** The files with this ending in a folder of the test resources, in order. */
  static List<Path> files(String folder, String ending) {
    try (Stream<Path> files = Files.list(resource(folder))) {
      return files.filter(file -> file.toString().endsWith(ending)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String read(Path file) {
    try {
      return Files.readString(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
