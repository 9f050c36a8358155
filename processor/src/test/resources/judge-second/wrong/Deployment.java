// LAP201
package ops;

import io.lappet.Fabric;
import io.lappet.annotation.PeriodicTimer;
import java.time.Duration;

/** A body that was submitted changes the state that the timer reads. */
public abstract class Deployment {
  private enum State {
    IDLE,
    ROLLING,
    DONE,
    FAILED
  }

  private State state = State.IDLE; // here

  abstract Fabric fabric();

  public void deploy(String version) {
    fabric().submit("deploy-" + version, () -> { // here
      state = State.ROLLING; // here
      fabric().sleep(Duration.ofSeconds(3));
      state = version.isEmpty() ? State.FAILED : State.DONE; // here
      return version;
    });
  }

  @PeriodicTimer(every = "2s")
  void watch() { // here
    String line = switch (state) { // here
      case IDLE -> "nothing to do";
      case ROLLING -> "rolling out";
      case DONE -> "done";
      case FAILED -> "call somebody";
    };
    System.out.println(line);
  }
}
