// LAP009
package ledger;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Lines of a book. */
public abstract class Ledger {
  protected final List<String> lines = new ArrayList<>();

  @Synchronized
  public void post(String line) {
    lines.add(line);
  }

  @Synchronized
  public List<String> all() {
    return List.copyOf(lines);
  }
}
