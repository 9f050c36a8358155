// LAP002
package bank;

import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** The helper is private, so nothing can be put around it. */
public abstract class Vault {
  private final Map<String, Long> boxes = new HashMap<>();

  public void store(String box, long cents) {
    if (cents > 0) {
      change(box, cents);
    }
  }

  public void take(String box, long cents) {
    change(box, -cents);
  }

  @Synchronized // here
  private void change(String box, long cents) { // here
    boxes.merge(box, cents, Long::sum);
  }

  @Synchronized
  public long content(String box) {
    return boxes.getOrDefault(box, 0L);
  }
}
