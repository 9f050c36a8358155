package app;

import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Producer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;

/** The pipeline of the design: everything at once, and close() that runs once. */
@Woven
public abstract class LogPipeline implements AutoCloseable {
  static final String RAW = "raw";

  public record RawLine(long offset, String text) {}

  public record Event(int severity, String service, String text) {}

  public record Report(long total, long errors, int dead) {}

  private final BufferedReader in;
  private final java.util.function.Consumer<Report> out;
  private final Map<String, Long> perService = new TreeMap<>();
  private long total;
  private long errors;
  private long offset;
  private int deadSeen;

  protected LogPipeline(Path file, java.util.function.Consumer<Report> out) throws IOException {
    this.in = Files.newBufferedReader(file);
    this.out = out;
  }

  public static LogPipeline of(Fabric fabric, Path file) throws IOException {
    return new WovenLogPipeline(fabric, file, report -> {});
  }

  abstract Fabric fabric();

  @ChannelSpec(capacity = 64)
  abstract ChannelView<RawLine> raw();

  abstract ChannelView<Event> events();

  abstract Worker parseWorker();

  @Producer(to = RAW)
  RawLine tail() throws IOException, InterruptedException {
    while (true) {
      String line = in.readLine();
      if (line != null) {
        return new RawLine(offset++, line);
      }
      fabric().sleep(Duration.ofMillis(200));
    }
  }

  @Consumer(from = RAW, to = "events", concurrency = 4)
  @OnError(retries = 1, backoff = "10ms", deadLetter = "dead")
  Event parse(RawLine line) {
    String[] parts = line.text().split(" ", 3);
    return new Event(Integer.parseInt(parts[0]), parts[1], parts[2]);
  }

  @Consumer(from = "events")
  @Synchronized(lock = "stats")
  void aggregate(Event event) {
    total++;
    errors += event.severity() >= 4 ? 1 : 0;
    perService.merge(event.service(), 1L, Long::sum);
  }

  @Consumer(from = "dead")
  @Synchronized(lock = "stats")
  void bury(DeadLetter<RawLine> letter) {
    deadSeen++;
  }

  @PeriodicTimer(every = "5s")
  @Synchronized(lock = "stats")
  void report() {
    out.accept(new Report(total, errors, deadSeen));
  }

  @Override
  public void close() throws IOException {
    report();
    in.close();
  }
}
