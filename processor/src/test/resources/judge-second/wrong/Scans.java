// LAP006
package scan;

import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.nio.file.Path;
import java.util.Iterator;

/** The second half reads from a channel that is called otherwise. */
public abstract class Scans {
  private static final String FOUND = "found";
  private static final String CHECKED = "cheked";

  private final Iterator<Path> files;

  protected Scans(Iterator<Path> files) {
    this.files = files;
  }

  @Producer(to = FOUND)
  Path next() {
    return files.hasNext() ? files.next() : null;
  }

  @Consumer(from = FOUND, to = "checked") // here
  String check(Path file) { // here
    return file.getFileName() + " ok";
  }

  @Consumer(from = CHECKED) // here
  void print(String line) { // here
    System.out.println(line);
  }
}
