package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.concurrent.atomic.LongAdder;
import java.util.function.Function;

/** A cache that loads what is missing once per key, forgets what is old, and counts its hits. */
abstract class LoadingCache<K, V> {
  private record Entry<V>(V value, long madeAt) {}

  private final Map<K, Entry<V>> entries = new LinkedHashMap<>();
  private final Function<? super K, ? extends V> loader;
  private final int maximum;
  private final long lifetime;
  private final LongAdder hits = new LongAdder();
  private final LongAdder misses = new LongAdder();
  private long evictions;

  LoadingCache(Function<? super K, ? extends V> loader, int maximum, long lifetime) {
    this.loader = loader;
    this.maximum = maximum;
    this.lifetime = lifetime;
  }

  abstract Fabric fabric();

  V get(K key) {
    V known = find(key);
    return known == null ? load(key) : known;
  }

  @Synchronized(lock = "load", key = "key")
  V load(K key) {
    V known = find(key);
    if (known != null) {
      return known;
    }
    V made = loader.apply(key);
    put(key, made);
    return made;
  }

  @Synchronized(lock = "load", key = "key")
  void invalidate(K key) {
    forget(key);
  }

  @Synchronized(lock = "entries")
  V find(K key) {
    Entry<V> entry = entries.get(key);
    if (entry == null || isOld(entry)) {
      misses.increment();
      return null;
    }
    hits.increment();
    return entry.value();
  }

  @Synchronized(lock = "entries")
  void put(K key, V value) {
    entries.put(key, new Entry<>(value, now()));
    while (entries.size() > maximum) {
      evict();
    }
  }

  @Synchronized(lock = "entries")
  void forget(K key) {
    entries.remove(key);
  }

  @PeriodicTimer(every = "10s", daemon = true)
  //+ @Synchronized(lock = "entries")
  void sweep() {
    int before = entries.size();
    entries.values().removeIf(this::isOld); //! LAP201
    evictions += before - entries.size();
  }

  private void evict() {
    K eldest = entries.keySet().iterator().next();
    entries.remove(eldest);
    evictions++;
  }

  private boolean isOld(Entry<V> entry) {
    return now() - entry.madeAt() > lifetime;
  }

  private long now() {
    return System.nanoTime();
  }

  @Synchronized(lock = "entries")
  String stats() {
    return hits.sum() + " hits, " + misses.sum() + " misses, " + evictions + " evicted";
  }
}
