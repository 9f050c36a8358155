package app;

import io.lappet.Channel;
import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.function.Consumer;

/**
 * {@link LogPipeline}, woven: tail() sends to raw (capacity 64); parse() takes from raw and sends
 * to events on 4 threads; aggregate() takes from events; bury() takes from dead; report() runs
 * every 5s; "stats" guards aggregate(), bury() and report().
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenLogPipeline extends LogPipeline {
  private final Weaving weaving;
  private final Monitor statsLock;
  private final Channel<LogPipeline.RawLine> rawChannel;
  private final Channel<LogPipeline.Event> eventsChannel;
  private final Channel<DeadLetter<LogPipeline.RawLine>> deadChannel;
  private final Worker parseWorker;

  public WovenLogPipeline(Fabric fabric, Path file, Consumer<LogPipeline.Report> out)
      throws IOException {
    super(file, out);
    weaving = Weaving.of(fabric, 1, "LogPipeline", this);
    statsLock = weaving.lock("stats");
    rawChannel = weaving.<LogPipeline.RawLine>channel("raw")
        .capacity(64)
        .sentBy("tail")
        .receivedBy("parse", 4)
        .make();
    eventsChannel = weaving.<LogPipeline.Event>channel("events")
        .sentBy("parse", 4)
        .receivedBy("aggregate")
        .make();
    deadChannel = weaving.<DeadLetter<LogPipeline.RawLine>>channel("dead")
        .sentBy("parse", 4)
        .receivedBy("bury")
        .make();
    weaving.producer("tail").pulls(this::tail, rawChannel);
    parseWorker = weaving.consumer("parse", rawChannel)
        .concurrency(4)
        .retries(1)
        .backoff(Duration.ofMillis(10))
        .deadLetter(deadChannel)
        .maps(this::parse, eventsChannel);
    weaving.consumer("aggregate", eventsChannel).runs(this::aggregate);
    weaving.consumer("bury", deadChannel).runs(this::bury);
    weaving.timer("report").every(Duration.ofSeconds(5)).runs(this::report);
    weaving.register();
  }

  @Override
  Fabric fabric() {
    return Weaving.ready(weaving, "LogPipeline.fabric()").fabric();
  }

  @Override
  ChannelView<LogPipeline.RawLine> raw() {
    return Weaving.ready(rawChannel, "LogPipeline.raw()");
  }

  @Override
  ChannelView<LogPipeline.Event> events() {
    return Weaving.ready(eventsChannel, "LogPipeline.events()");
  }

  @Override
  Worker parseWorker() {
    return Weaving.ready(parseWorker, "LogPipeline.parseWorker()");
  }

  /** Holds "stats". */
  @Override
  void aggregate(LogPipeline.Event event) {
    Monitor lock = statsLock;
    if (lock == null) { // still constructing: not shared yet
      super.aggregate(event);
      return;
    }
    lock.enter();
    try {
      super.aggregate(event);
    } finally {
      lock.exit();
    }
  }

  /** Holds "stats". */
  @Override
  void bury(DeadLetter<LogPipeline.RawLine> letter) {
    Monitor lock = statsLock;
    if (lock == null) { // still constructing: not shared yet
      super.bury(letter);
      return;
    }
    lock.enter();
    try {
      super.bury(letter);
    } finally {
      lock.exit();
    }
  }

  /** Holds "stats". */
  @Override
  void report() {
    Monitor lock = statsLock;
    if (lock == null) { // still constructing: not shared yet
      super.report();
      return;
    }
    lock.enter();
    try {
      super.report();
    } finally {
      lock.exit();
    }
  }

  @Override
  public void close() throws IOException {
    if (weaving == null || weaving.closeOnce()) {
      super.close();
    }
  }
}
