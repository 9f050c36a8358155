package trace;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

/** Sends under the lock to a consumer that needs it, on a channel that never makes anybody wait. */
public abstract class Tracer {
  public record Span(String name, long nanos) {}

  private final Map<String, Long> slowest = new HashMap<>();

  @ChannelSpec(capacity = 64, overflow = Overflow.DROP_OLD)
  abstract Channel<Span> spans();

  abstract Channel<String> names();

  @Synchronized(lock = "slowest")
  public void end(String name, long nanos) throws InterruptedException {
    if (nanos > slowest.getOrDefault(name, 0L)) {
      spans().send(new Span(name, nanos));
    }
    names().trySend(name);
  }

  @Consumer(from = "spans")
  @Synchronized(lock = "slowest")
  void keep(Span span) {
    slowest.merge(span.name(), span.nanos(), Math::max);
  }

  @Consumer(from = "names")
  @Synchronized(lock = "slowest")
  void see(String name) {
    slowest.putIfAbsent(name, 0L);
  }
}
