package audit;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.text.SimpleDateFormat;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Date;
import java.util.regex.Pattern;

/** A formatter of java.time and a pattern are safe; the old format is made anew each time. */
public abstract class LogLines {
  private static final Pattern SECRET = Pattern.compile("password=\\S+");
  private final DateTimeFormatter format =
      DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss").withZone(ZoneOffset.UTC);

  public abstract Sender<String> lines();

  @Consumer(from = "lines", concurrency = 4)
  void write(String line) {
    String now = format.format(Instant.now());
    SimpleDateFormat old = new SimpleDateFormat("yy");
    String year = old.format(new Date());
    System.out.println(year + " " + now + " " + SECRET.matcher(line).replaceAll("password=*"));
  }
}
