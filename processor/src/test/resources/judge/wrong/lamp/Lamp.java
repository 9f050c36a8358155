// LAP223
package lamp;

import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;

/** A lamp with a loop of its own. */
@Woven(confined = true)
public abstract class Lamp {
  private boolean on;

  void toggle() {
    on = !on;
  }

  @Async
  public abstract void toggleAsync();

  @Override
  public String toString() {
    return on ? "on" : "off";
  }
}
