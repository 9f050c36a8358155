// LAP202
package rail;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Three locks in a ring: a before b, b before c, c before a. */
public abstract class Railway {
  enum Part {
    TRACK,
    SIGNAL,
    SWITCH
  }

  private final List<String> track = new ArrayList<>();
  private final List<String> signal = new ArrayList<>();
  private final List<String> points = new ArrayList<>();

  @Synchronized(lock = "track") // here
  public void reserve(String train) { // here
    track.add(train);
    setSignal(train); // here
  }

  @Synchronized(lock = "signal") // here
  void setSignal(String train) { // here
    signal.add(train);
    if (signal.size() > 1) {
      throwSwitch(train); // here
    }
  }

  @Synchronized(lock = "signal")
  public int signals() {
    return signal.size();
  }

  @Synchronized(lock = "points") // here
  void throwSwitch(String train) { // here
    points.add(train);
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "points") // here
  void tidy() { // here
    for (Part part : Part.values()) {
      int left =
          switch (part) {
            case TRACK -> occupied(); // here
            case SIGNAL -> 0;
            case SWITCH -> points.size();
          };
      if (left > 9) {
        System.out.println(part + " is busy");
      }
    }
  }

  @Synchronized(lock = "track") // here
  int occupied() { // here
    return track.size();
  }
}
