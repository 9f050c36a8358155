package io.lappet.internal.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.PriorityQueue;
import java.util.Queue;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * First in, first out; but a message is held back while another one with an equal key is handled.
 *
 * @param <T> the type of the messages
 */
final class KeyedStore<T> extends Store<T> {
  /*
   * A lane is taken as long as one of its messages may be given out, or was and is not done. The
   * others with its key wait behind that one. So of those that may be given out no two have equal
   * keys. A lane that is not taken has no message, and is forgotten.
   */
  private final Map<Object, Lane<T>> lanes = new HashMap<>();
  private final Queue<Entry<T>> ready = new PriorityQueue<>(BY_NUMBER);
  private final Set<Entry<T>> waiting = new LinkedHashSet<>(); // all, in the order sent

  /** The messages with one key. */
  private static final class Lane<T> {
    final Deque<Entry<T>> heldBack = new ArrayDeque<>();
    boolean taken;
  }

  /** A message and its key. */
  static final class KeyedEntry<T> extends Entry<T> {
    private final Object key;
    private @Nullable Lane<T> lane; // from the moment it has entered

    KeyedEntry(T message, Object key) {
      super(message);
      this.key = key;
    }

    Lane<T> lane() {
      return Objects.requireNonNull(lane);
    }
  }

  @Override
  void add(Entry<T> entry) {
    KeyedEntry<T> keyed = (KeyedEntry<T>) entry;
    Lane<T> lane = lanes.computeIfAbsent(keyed.key, key -> new Lane<>());
    keyed.lane = lane;
    if (lane.taken) {
      lane.heldBack.addLast(entry);
    } else {
      lane.taken = true;
      ready.add(entry);
    }
    waiting.add(entry);
  }

  @Override
  boolean hasNext() {
    return !ready.isEmpty();
  }

  @Override
  Entry<T> next() {
    Entry<T> next = ready.remove();
    waiting.remove(next);
    return next;
  }

  @Override
  boolean done(Entry<T> entry) {
    KeyedEntry<T> keyed = (KeyedEntry<T>) entry;
    Entry<T> next = keyed.lane().heldBack.pollFirst();
    if (next != null) {
      ready.add(next);
      return true;
    }
    keyed.lane().taken = false;
    try {
      lanes.remove(keyed.key);
    } catch (RuntimeException e) {
      // A key that cannot be compared any more: its lane is kept, and is as good as a new one.
    }
    return false;
  }

  @Override
  Entry<T> oldest() {
    return waiting.iterator().next();
  }

  @Override
  void remove(Entry<T> entry) {
    waiting.remove(entry);
    if (ready.remove(entry)) {
      done(entry);
    } else {
      ((KeyedEntry<T>) entry).lane().heldBack.remove(entry);
    }
  }

  @Override
  List<Entry<T>> clear() {
    List<Entry<T>> rest = new ArrayList<>(waiting);
    rest.forEach(this::remove);
    return rest;
  }

  @Override
  int size() {
    return waiting.size();
  }
}
