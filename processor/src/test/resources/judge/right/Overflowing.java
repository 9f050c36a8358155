// sends under the lock of the consumer, but what is too much is dropped: it never waits
package overflow;

import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Synchronized;
import java.util.ArrayDeque;
import java.util.Deque;

public abstract class Overflowing {
  private final Deque<String> recent = new ArrayDeque<>();

  @ChannelSpec(capacity = 100, overflow = Overflow.DROP_OLD)
  abstract Sender<String> events();

  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
  abstract Sender<String> audit();

  @Synchronized
  public void happened(String event) throws InterruptedException {
    recent.addLast(event);
    events().send(event);
    audit().send(event + " audited");
    if (!events().trySend("again")) {
      recent.clear();
    }
  }

  @Consumer(from = "events")
  @Synchronized
  void forget(String event) {
    recent.removeFirstOccurrence(event);
  }

  @Consumer(from = "audit")
  @Synchronized
  void print(String line) {
    System.out.println(line + " of " + recent.size());
  }
}
