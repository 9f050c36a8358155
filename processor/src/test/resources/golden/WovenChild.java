package app;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.concurrent.locks.Lock;

/**
 * {@link Child}, woven: receive() takes from inbox; beat() runs every 1s; "state" guards receive()
 * and beat().
 */
@LappetGenerated
class WovenChild extends Child {
  private final Monitor stateLock;
  private final Channel<String> inboxChannel;

  WovenChild(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Child", this);
    stateLock = weaving.lock("state");
    inboxChannel = weaving.<String>channel("inbox").sentByHand().receivedByHand().make();
    weaving.consumer("receive", inboxChannel).retries(2).runs(this::receive);
    weaving.timer("beat").every(Duration.ofSeconds(1)).runs(this::beat);
    weaving.register();
  }

  @Override
  Lock state() {
    return Weaving.ready(stateLock, "Child.state()");
  }

  @Override
  Channel<String> inbox() {
    return Weaving.ready(inboxChannel, "Child.inbox()");
  }

  /** Holds "state". */
  @Override
  protected void receive(String message) {
    Monitor lock = stateLock;
    if (lock == null) { // still constructing: not shared yet
      super.receive(message);
      return;
    }
    lock.enter();
    try {
      super.receive(message);
    } finally {
      lock.exit();
    }
  }

  /** Holds "state". */
  @Override
  public void beat() {
    Monitor lock = stateLock;
    if (lock == null) { // still constructing: not shared yet
      super.beat();
      return;
    }
    lock.enter();
    try {
      super.beat();
    } finally {
      lock.exit();
    }
  }
}
