// LAP201
package files;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;

/** volatile makes a counter visible and loses counts nevertheless. */
public abstract class UploadGauge {
  private final Path target;
  private volatile int inFlight; // here

  protected UploadGauge(Path target) {
    this.target = target;
  }

  public abstract Sender<Path> uploads();

  @Consumer(from = "uploads", concurrency = 3)
  @OnError(retries = 2)
  void upload(Path file) throws IOException { // here
    inFlight++; // here
    try {
      Files.copy(file, target.resolve(file.getFileName()), StandardCopyOption.REPLACE_EXISTING);
    } finally {
      inFlight--; // here
    }
  }

  public int inFlight() {
    return inFlight;
  }
}
