// LAP225
package web;

import io.lappet.annotation.Synchronized;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;

/** The read lock is taken by hand and not given back before the write lock is asked for. */
public abstract class Sessions {
  private record Session(String user, Instant until) {}

  private final Map<String, Session> byToken = new HashMap<>();

  abstract ReadWriteLock sessions();

  public String user(String token) { // here
    sessions().readLock().lock();
    try {
      Session session = byToken.get(token);
      if (session == null) {
        return "";
      }
      if (session.until().isBefore(Instant.now())) {
        drop(token); // here
        return "";
      }
      return session.user();
    } finally {
      sessions().readLock().unlock();
    }
  }

  @Synchronized(lock = "sessions")
  void drop(String token) {
    byToken.remove(token);
  }

  @Synchronized(lock = "sessions")
  public void login(String token, String user) {
    byToken.put(token, new Session(user, Instant.now().plusSeconds(3600)));
  }
}
