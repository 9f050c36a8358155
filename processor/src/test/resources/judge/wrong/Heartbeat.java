// LAP010
package cluster;

import io.lappet.annotation.PeriodicTimer;
import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** Tells the others that we are alive. */
public class Heartbeat {
  private static final String INTERVAL = "2500 msec";

  private final Map<URI, Long> lastSeen = new ConcurrentHashMap<>();
  private volatile long lastBeat;

  @PeriodicTimer(every = INTERVAL, initialDelay = "0s") // here
  void beat() {
    lastBeat = System.nanoTime();
    lastSeen.keySet().forEach(this::ping);
  }

  private void ping(URI peer) {
    System.out.println("ping " + peer + " at " + lastBeat);
  }

  public void seen(URI peer) {
    lastSeen.put(peer, System.nanoTime());
  }
}
