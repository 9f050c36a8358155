// LAP220
package museum;

import io.lappet.Gate;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;

/** The guard opens a gate, each time that it is asked and sees nobody inside. */
@Woven
public abstract class Museum {
  private int inside;

  public abstract Gate cleaning();

  boolean hasRoom() { // here
    if (inside == 0) {
      announce(); // here
    }
    return inside < 20;
  }

  private void announce() {
    cleaning().open(); // here
  }

  @Synchronized
  @WaitUntil("hasRoom")
  public void enter() throws InterruptedException {
    inside++;
  }

  @Synchronized
  public void leave() {
    inside--;
  }

  @WaitUntil("cleaning")
  public void clean() throws InterruptedException {
    cleaning().close();
  }
}
