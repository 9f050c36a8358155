// as in logging libraries: callers never wait, what is too much is counted, errors are never dropped
package logging;

import io.lappet.ChannelView;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.PeriodicTimer;
import java.io.IOException;
import java.io.Writer;
import java.util.List;
import java.util.concurrent.atomic.LongAdder;

public abstract class AsyncAppender implements AutoCloseable {
  enum Level {
    INFO,
    ERROR
  }

  record Event(Level level, String text) {}

  private final Writer out;
  private final LongAdder dropped = new LongAdder();
  private int unflushed;

  protected AsyncAppender(Writer out) {
    this.out = out;
  }

  @ChannelSpec(capacity = 1024)
  abstract Sender<Event> events();

  @ChannelSpec(capacity = 16, overflow = Overflow.DROP_OLD)
  abstract ChannelView<String> notes();

  public void append(Level level, String text) throws InterruptedException {
    Event event = new Event(level, text);
    if (level == Level.ERROR) {
      events().send(event);
    } else if (!events().trySend(event)) {
      dropped.increment();
    }
  }

  @Consumer(from = "events", batch = 100)
  void write(List<Event> batch) throws IOException {
    for (Event event : batch) {
      out.write(event.level() + " " + event.text() + "\n");
    }
    unflushed += batch.size();
    if (unflushed > 500) {
      out.flush();
      unflushed = 0;
    }
  }

  @PeriodicTimer(every = "1m", to = "notes")
  String note() {
    long lost = dropped.sumThenReset();
    return lost == 0 ? null : lost + " events were dropped";
  }

  @Consumer(from = "notes")
  void tell(String note) {
    System.err.println(note);
  }

  @Override
  public void close() throws IOException {
    out.flush();
    unflushed = 0;
  }
}
