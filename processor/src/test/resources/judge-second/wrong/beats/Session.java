// LAP201
package beats;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;

/** The timer of the interface and the consumer both change the time of silence. */
@Woven
public abstract class Session implements Heartbeat {
  private final String user;
  private int silence; // here

  protected Session(String user) {
    this.user = user;
  }

  public abstract Sender<String> lines();

  @Consumer(from = "lines")
  void read(String line) { // here
    silence = 0; // here
    System.out.println(user + ": " + line);
  }

  @Override
  public void onBeat(long nanos) { // here
    if (++silence > 30) { // here
      System.out.println(user + " is gone");
    }
  }
}
