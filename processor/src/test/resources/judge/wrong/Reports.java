// LAP011
package reports;

import io.lappet.annotation.PeriodicTimer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;

/** Every night, and also every day: which one? */
public class Reports {
  private final Path folder;

  public Reports(Path folder) {
    this.folder = folder;
  }

  @PeriodicTimer(cron = "30 2 * * *", every = "24h") // here
  void nightly() { // here
    try {
      Files.writeString(folder.resolve(LocalDate.now() + ".txt"), summary());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private String summary() {
    return "nothing happened";
  }
}
