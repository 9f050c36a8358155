// as in ZooKeeper: sessions in buckets by the tick at which they end, moved when they are touched
package zookeeper;

import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

public abstract class SessionTracker {
  private final Map<Long, Long> endOf = new HashMap<>();
  private final TreeMap<Long, Set<Long>> buckets = new TreeMap<>();
  private final long tickNanos;

  protected SessionTracker(long tickNanos) {
    this.tickNanos = tickNanos;
  }

  abstract Fabric fabric();

  abstract Sender<Long> expired();

  public boolean touch(long session, long timeoutNanos) {
    return move(session, round(fabric().time().nanos() + timeoutNanos));
  }

  private long round(long nanos) {
    return (nanos / tickNanos + 1) * tickNanos;
  }

  @Synchronized(lock = "sessions")
  boolean move(long session, long end) {
    Long before = endOf.put(session, end);
    if (before != null && before >= end) {
      endOf.put(session, before);
      return true;
    }
    if (before != null) {
      Set<Long> bucket = buckets.get(before);
      if (bucket != null) {
        bucket.remove(session);
      }
    }
    buckets.computeIfAbsent(end, at -> new HashSet<>()).add(session);
    return before != null;
  }

  @Synchronized(lock = "sessions")
  Set<Long> poll(long now) {
    Set<Long> over = new HashSet<>();
    while (!buckets.isEmpty() && buckets.firstKey() <= now) {
      over.addAll(buckets.pollFirstEntry().getValue());
    }
    endOf.keySet().removeAll(over);
    return over;
  }

  @PeriodicTimer(every = "100ms")
  void tick() throws InterruptedException {
    for (Long session : poll(fabric().time().nanos())) {
      expired().send(session);
    }
  }

  @Consumer(from = "expired")
  void close(Long session) {
    System.out.println("session " + session + " has ended");
  }
}
