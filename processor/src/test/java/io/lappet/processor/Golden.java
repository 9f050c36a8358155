package io.lappet.processor;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Texts that were looked at by a person and stay as they are. {@code -Dlappet.golden.update=true}
 * writes them anew, for the next look.
 */
final class Golden {
  private Golden() {}

  static void assertEqual(Path file, String actual) {
    if (Boolean.getBoolean("lappet.golden.update")) {
      write(file, actual);
    }
    assertThat(file).exists();
    assertThat(actual).isEqualTo(SourceText.read(file));
  }

  private static void write(Path file, String text) {
    try {
      Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
