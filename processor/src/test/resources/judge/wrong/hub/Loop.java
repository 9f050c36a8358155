// LAP223
package hub;

import io.lappet.annotation.Async;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Belongs to its own loop. */
@Woven(confined = true)
public abstract class Loop {
  private final List<String> seen = new ArrayList<>();

  public void see(String what) {
    seen.add(what);
  }

  @Async
  public abstract void seeAsync(String what);
}
