// a timer and a consumer share what is final and immutable, and count in their own fields
package ping;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

public abstract class Pinger {
  record Seen(URI peer, Instant at) {}

  private final List<URI> peers;
  private final Duration limit;
  private final AtomicReference<Seen> last = new AtomicReference<>(new Seen(null, Instant.MIN));
  private int rounds;
  private int answers;

  protected Pinger(List<URI> peers, Duration limit) {
    this.peers = List.copyOf(peers);
    this.limit = limit;
  }

  abstract Sender<URI> pongs();

  @PeriodicTimer(every = "5s")
  void ping() {
    rounds++;
    for (URI peer : peers) {
      System.out.println("ping " + peer + " " + rounds);
    }
    Seen seen = last.get();
    if (seen.at().plus(limit).isBefore(Instant.now())) {
      System.out.println("silence since " + seen);
    }
  }

  @Consumer(from = "pongs")
  void pong(URI peer) {
    if (peers.contains(peer)) {
      answers++;
      last.set(new Seen(peer, Instant.now()));
      System.out.println(answers);
    }
  }
}
