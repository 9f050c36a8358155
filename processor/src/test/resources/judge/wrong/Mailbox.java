// LAP204
package mail;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;

/** A guard that asks the disk each time anybody leaves the lock. */
public abstract class Mailbox {
  private final Deque<String> letters = new ArrayDeque<>();
  private final Path quota;

  protected Mailbox(Path quota) {
    this.quota = quota;
  }

  boolean mayDeliver() { // here
    return letters.size() < limit(); // here
  }

  private int limit() {
    try {
      return Integer.parseInt(Files.readString(quota).strip()); // here
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Synchronized
  @WaitUntil("mayDeliver")
  public void deliver(String letter) throws InterruptedException {
    letters.addLast(letter);
  }

  @Synchronized
  public String collect() {
    return letters.pollFirst();
  }
}
