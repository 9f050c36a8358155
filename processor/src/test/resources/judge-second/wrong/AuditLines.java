// LAP201
package audit;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.text.SimpleDateFormat;
import java.util.Date;

/** One format for four threads: it keeps the date that it is at in itself. */
public abstract class AuditLines {
  public record Entry(Date when, String who, String what) {}

  private final SimpleDateFormat format = new SimpleDateFormat("yyyy-MM-dd HH:mm:ss"); // here

  public abstract Sender<Entry> entries();

  @Consumer(from = "entries", concurrency = 4)
  void write(Entry entry) { // here
    String line = format.format(entry.when()) + " " + entry.who() + " " + entry.what(); // here
    System.out.println(line);
  }
}
