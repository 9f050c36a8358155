// sends after the lock was given back
package journal;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

public abstract class Journal {
  record Line(int number, String text) {}

  private final List<Line> written = new ArrayList<>();
  private int next;

  @ChannelSpec(capacity = 16)
  abstract Sender<Line> lines();

  public void write(String text) throws InterruptedException {
    Line line = numbered(text);
    lines().send(line);
    System.out.println(line.number());
  }

  @Synchronized(lock = "book")
  Line numbered(String text) {
    return new Line(next++, text);
  }

  @Consumer(from = "lines")
  @Synchronized(lock = "book")
  void store(Line line) {
    written.add(line);
  }

  @Synchronized(lock = "book")
  public List<Line> all() {
    return List.copyOf(written);
  }
}
