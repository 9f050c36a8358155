// LAP220
package fair;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;

/** The guard counts whom it lets in, as often as it is asked. */
public abstract class Turnstile {
  private final int limit;
  private int inside;
  private int asked;

  protected Turnstile(int limit) {
    this.limit = limit;
  }

  boolean hasRoom() { // here
    if (inside >= limit) {
      asked++; // here
      return false;
    }
    return true;
  }

  @Synchronized
  @WaitUntil("hasRoom") // here
  public void enter() throws InterruptedException { // here
    inside++;
  }

  @Synchronized
  public void leave() {
    inside--;
  }

  @Synchronized
  public int asked() {
    return asked;
  }
}
