package web;

import io.lappet.annotation.Synchronized;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.locks.ReadWriteLock;

/** The read lock is given back before the write lock is taken; from writing to reading is fine. */
public abstract class Tokens {
  private final Map<String, Instant> until = new HashMap<>();

  abstract ReadWriteLock tokens();

  public boolean isValid(String token) {
    boolean expired;
    tokens().readLock().lock();
    try {
      Instant end = until.get(token);
      if (end == null) {
        return false;
      }
      expired = end.isBefore(Instant.now());
    } finally {
      tokens().readLock().unlock();
    }
    if (expired) {
      drop(token);
    }
    return !expired;
  }

  @Synchronized(lock = "tokens")
  void drop(String token) {
    if (!has(token)) {
      return;
    }
    until.remove(token);
  }

  @Synchronized(lock = "tokens", read = true)
  boolean has(String token) {
    return until.containsKey(token);
  }

  @Synchronized(lock = "tokens")
  public void add(String token) {
    until.put(token, Instant.now().plusSeconds(60));
  }
}
