// LAP204
package tracker;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A loop that reads a file for each message, in a nested record. */
@Woven(confined = true)
public abstract class Tracker {
  record Source(Path path) {
    String firstLine() {
      try (BufferedReader in = Files.newBufferedReader(path)) { // here
        return in.readLine(); // here
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
  }

  private int lines;

  abstract Sender<Source> sources();

  @Consumer(from = "sources")
  void track(Source source) {
    Object first = source.firstLine(); // here
    if (first instanceof String line && !line.isBlank()) {
      lines++;
    }
  }
}
