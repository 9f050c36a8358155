// LAP204
package ops;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The guard reads a file, with the lock held, each time that somebody leaves the lock. */
public abstract class Release {
  private final Path manifest;
  private String approved = "";

  protected Release(Path manifest) {
    this.manifest = manifest;
  }

  boolean isApproved() { // here
    return approved.equals(manifestVersion()); // here
  }

  private String manifestVersion() {
    try {
      return Files.readString(manifest).strip(); // here
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Synchronized
  public void approve(String version) {
    approved = version;
  }

  @Synchronized
  @WaitUntil("isApproved") // here
  public void ship() throws InterruptedException { // here
    System.out.println("shipping " + approved);
  }
}
