package beats;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** The timer of the interface and the consumer use one lock. */
@Woven
public abstract class Connection implements Heartbeat {
  private final String peer;
  private int silence;

  protected Connection(String peer) {
    this.peer = peer;
  }

  public abstract Sender<String> lines();

  @Consumer(from = "lines")
  void read(String line) {
    heard();
    System.out.println(peer + ": " + line);
  }

  @Synchronized(lock = "silence")
  void heard() {
    silence = 0;
  }

  @Override
  @Synchronized(lock = "silence")
  public void onBeat(long nanos) {
    if (++silence > 30) {
      System.out.println(peer + " is gone");
    }
  }
}
