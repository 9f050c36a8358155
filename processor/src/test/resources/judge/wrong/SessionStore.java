// LAP002
package web.sessions;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;

/** Sessions of a web server, forgotten when nobody has used them for a while. */
public abstract class SessionStore {
  private record Session(String user, long lastUse) {}

  private final Map<String, Session> sessions = new HashMap<>();
  private final long maxAgeNanos;

  protected SessionStore(long maxAgeNanos) {
    this.maxAgeNanos = maxAgeNanos;
  }

  @Synchronized
  public void touch(String id, String user) {
    sessions.put(id, new Session(user, System.nanoTime()));
  }

  @Synchronized
  public String userOf(String id) {
    Session session = sessions.get(id);
    return session == null ? null : session.user();
  }

  @PeriodicTimer(every = "1m")
  @Synchronized
  void sweep() {
    evictOlderThan(System.nanoTime() - maxAgeNanos);
  }

  @Synchronized // here
  private void evictOlderThan(long limit) { // here
    for (Iterator<Session> all = sessions.values().iterator(); all.hasNext(); ) {
      if (all.next().lastUse() < limit) {
        all.remove();
      }
    }
  }
}
