// LAP007
package parking;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A guard that may throw what nobody around it handles. */
public abstract class Garage {
  private final Path state;
  private int cars;

  protected Garage(Path state) {
    this.state = state;
  }

  boolean hasPlace() throws IOException { // here
    return cars < Integer.parseInt(Files.readString(state).strip());
  }

  @Synchronized
  @WaitUntil("hasPlace") // here
  public void enter() throws InterruptedException { // here
    cars++;
  }

  @Synchronized
  public void leave() {
    cars--;
  }
}
