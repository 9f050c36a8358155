package ops;

import io.lappet.Fabric;
import io.lappet.Mutex;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.time.Duration;

/** A submitted body and a timer change one state, both under the lock, one of them by hand. */
public abstract class Rollout {
  enum State {
    IDLE,
    ROLLING,
    DONE
  }

  private State state = State.IDLE;

  abstract Fabric fabric();

  abstract Mutex rollout();

  public void deploy(String version) {
    fabric().submit("deploy-" + version, () -> {
      change(State.ROLLING);
      fabric().sleep(Duration.ofSeconds(3));
      rollout().lock();
      try {
        state = State.DONE;
      } finally {
        rollout().unlock();
      }
      return version;
    });
  }

  @Synchronized(lock = "rollout")
  void change(State next) {
    if (next.compareTo(state) > 0) {
      state = next;
    }
  }

  @PeriodicTimer(every = "2s")
  @Synchronized(lock = "rollout")
  void watch() {
    System.out.println(switch (state) {
      case IDLE -> "nothing to do";
      case ROLLING -> "rolling out";
      case DONE -> "done";
    });
  }
}
