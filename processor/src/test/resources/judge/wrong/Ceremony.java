// LAP211
package ceremony;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

/** Nobody ever sets what the guests wait for. */
public abstract class Ceremony {
  private final List<String> seated = new ArrayList<>();
  private boolean begun; // here
  private int applause;

  boolean hasBegun() { // here
    return begun; // here
  }

  @Synchronized
  public void sit(String guest) {
    seated.add(guest);
  }

  @Synchronized
  @WaitUntil("hasBegun") // here
  public int applaud(String guest) throws InterruptedException { // here
    if (!seated.contains(guest)) {
      throw new IllegalStateException(guest + " stands");
    }
    return ++applause;
  }
}
