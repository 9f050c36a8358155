// LAP201
package logs;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.io.IOException;
import java.io.Writer;

/** Lines are collected in a builder, which the timer writes and empties. */
public abstract class LineBuffer {
  private final Writer out;
  private final StringBuilder pending = new StringBuilder(); // here

  protected LineBuffer(Writer out) {
    this.out = out;
  }

  public abstract Sender<String> lines();

  @Consumer(from = "lines")
  void append(String line) { // here
    pending.append(line).append('\n'); // here
  }

  @PeriodicTimer(every = "500ms")
  void flush() throws IOException { // here
    if (pending.length() == 0) { // here
      return;
    }
    out.write(pending.toString());
    out.flush();
    pending.setLength(0); // here
  }
}
