// LAP018
package ops;

import io.lappet.annotation.PeriodicTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** There is no hour 24. */
public abstract class Backups {
  private final Path from;
  private final Path to;

  protected Backups(Path from, Path to) {
    this.from = from;
    this.to = to;
  }

  @PeriodicTimer(cron = "0 24 * * *", zone = "Europe/Berlin") // here
  void copy() throws IOException { // here
    Files.walk(from)
        .filter(Files::isRegularFile)
        .forEach(file -> System.out.println(file + " -> " + to));
  }
}
