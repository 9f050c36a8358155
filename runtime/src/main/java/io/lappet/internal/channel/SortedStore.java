package io.lappet.internal.channel;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lowest first, equals in the order sent.
 *
 * <p>A tree and no heap: the comparator belongs to a user and may throw. A tree compares only when
 * something is added, and before it changes; what is lowest is then taken out without comparing.
 *
 * @param <T> the type of the messages
 */
class SortedStore<T> extends Store<T> {
  private final TreeSet<Entry<T>> sorted;
  private final Set<Entry<T>> arrived = new LinkedHashSet<>(); // the same, in the order sent

  SortedStore(Comparator<? super T> lowestFirst) {
    // The tree passes the one that is new as the first.
    Comparator<Entry<T>> byMessage =
        (one, other) -> lowestFirst.compare(one.message, other.message);
    sorted = new TreeSet<>(byMessage.thenComparing(BY_NUMBER));
  }

  @Override
  void add(Entry<T> entry) {
    sorted.add(entry);
    arrived.add(entry);
  }

  @Override
  boolean hasNext() {
    return !sorted.isEmpty();
  }

  final Entry<T> lowest() {
    return sorted.first();
  }

  @Override
  Entry<T> next() {
    Entry<T> next = sorted.first();
    sorted.pollFirst();
    arrived.remove(next);
    return next;
  }

  @Override
  Entry<T> oldest() {
    return arrived.iterator().next();
  }

  @Override
  void remove(Entry<T> entry) {
    if (!find(entry)) {
      sorted.removeIf(other -> other == entry);
    }
    arrived.remove(entry);
  }

  /** Takes it out by comparing; says whether that has worked. */
  private boolean find(Entry<T> entry) {
    try {
      return sorted.remove(entry);
    } catch (RuntimeException e) {
      return false; // it is nobody's fault who calls now
    }
  }

  @Override
  List<Entry<T>> clear() {
    List<Entry<T>> rest = new ArrayList<>(sorted);
    sorted.clear();
    arrived.clear();
    return rest;
  }

  @Override
  int size() {
    return arrived.size();
  }
}
