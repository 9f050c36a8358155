// LAP017
package logs;

import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.io.BufferedReader;
import java.io.IOException;
import java.util.Locale;

/** Errors go to a channel of their own, which nobody reads. */
public class LogTail {
  private final BufferedReader in;

  public LogTail(BufferedReader in) {
    this.in = in;
  }

  @Producer(to = "lines")
  String tail() throws IOException {
    return in.readLine();
  }

  @Consumer(from = "lines", to = "alarms") // here
  String filter(String line) {
    String lower = line.toLowerCase(Locale.ROOT);
    return lower.contains("error") ? line : null;
  }

  static String shorten(String line) {
    return line.length() > 80 ? line.substring(0, 80) : line;
  }
}
