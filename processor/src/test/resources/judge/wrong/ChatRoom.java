// LAP204
package chat;

import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;

/** A loop that writes to a disk, and waits for it. */
@Woven(confined = true)
public abstract class ChatRoom {
  private final List<String> lines = new ArrayList<>();
  private final Path archive;

  protected ChatRoom(Path archive) {
    this.archive = archive;
  }

  void say(String who, String text) { // here
    lines.add(who + ": " + text);
    if (lines.size() >= 100) {
      flush(); // here
    }
  }

  @Async
  public abstract void sayAsync(String who, String text);

  private void flush() {
    try {
      Files.write(archive, lines, StandardOpenOption.APPEND); // here
      lines.clear();
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }
}
