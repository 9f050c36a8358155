package io.lappet.examples;

import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
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
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** Counts the lines of a log by service, on four threads, and sets aside what cannot be parsed. */
@Woven
public abstract class LogPipeline implements AutoCloseable {
  private final BufferedReader in;
  private final Map<String, Long> perService = new TreeMap<>();
  private int unreadable;

  protected LogPipeline(Path file) throws IOException {
    in = Files.newBufferedReader(file);
  }

  @ChannelSpec(capacity = 64)
  abstract ChannelView<String> raw(); // the shape of a channel; both its ends are below

  @Producer(to = "raw")
  @Nullable
  String read() throws IOException {
    return in.readLine(); // null ends the producer, then the channel, then its consumers
  }

  @Consumer(from = "raw", to = "events", concurrency = 4)
  @OnError(retries = 1, backoff = "10ms", deadLetter = "dead")
  Event parse(String line) {
    return Event.parse(line);
  }

  @Consumer(from = "events")
  @Synchronized(lock = "stats")
  void count(Event event) {
    perService.merge(event.service(), 1L, Long::sum);
  }

  @Consumer(from = "dead")
  @Synchronized(lock = "stats")
  void bury(DeadLetter<String> letter) {
    unreadable++;
  }

  @PeriodicTimer(every = "5s", daemon = true)
  @Synchronized(lock = "stats")
  void report() {
    System.out.println(perService + ", unreadable: " + unreadable);
  }

  @Override
  public void close() throws IOException { // called once, when everything has drained
    report();
    in.close();
  }

  /** A line of the log: severity, service, text. */
  record Event(int severity, String service, String text) {
    static Event parse(String line) {
      String[] parts = line.split(" ", 3);
      if (parts.length < 3) {
        throw new IllegalArgumentException("not a line of the log: " + line);
      }
      return new Event(Integer.parseInt(parts[0]), parts[1], parts[2]);
    }
  }

  /** Runs it on the file that is named. */
  public static void main(String[] args) throws IOException, InterruptedException {
    Fabric.run(fabric -> new WovenLogPipeline(fabric, Path.of(args[0])));
  }
}
