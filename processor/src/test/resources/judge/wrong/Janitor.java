// LAP203
package house;

import io.lappet.annotation.PeriodicTimer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** A class of timers may be concrete, but then its timers have to be started by the woven one. */
public class Janitor {
  private final Path folder;

  public Janitor(Path folder) {
    this.folder = folder;
  }

  @PeriodicTimer(every = "1h")
  void clean() throws IOException {
    try (Stream<Path> files = Files.list(folder)) {
      files.filter(Janitor::isOld).forEach(file -> file.toFile().delete());
    }
  }

  private static boolean isOld(Path file) {
    return file.getFileName().toString().endsWith(".old");
  }

  /** The program. */
  public static class Main {
    private final Janitor janitor;

    Main(Path folder) {
      this.janitor = new Janitor(folder); // here
    }

    public static void main(String[] args) throws IOException {
      Main main = new Main(Path.of(args[0]));
      main.janitor.clean();
    }
  }
}
