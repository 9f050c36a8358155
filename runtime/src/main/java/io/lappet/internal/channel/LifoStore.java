package io.lappet.internal.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Last in, first out.
 *
 * @param <T> the type of the messages
 */
final class LifoStore<T> extends Store<T> {
  private final Deque<Entry<T>> waiting = new ArrayDeque<>(); // the newest first

  @Override
  void add(Entry<T> entry) {
    waiting.addFirst(entry);
  }

  @Override
  boolean hasNext() {
    return !waiting.isEmpty();
  }

  @Override
  Entry<T> next() {
    return waiting.removeFirst();
  }

  @Override
  Entry<T> oldest() {
    return waiting.getLast();
  }

  @Override
  void remove(Entry<T> entry) {
    waiting.removeLastOccurrence(entry); // what is removed is mostly the oldest
  }

  @Override
  List<Entry<T>> clear() {
    List<Entry<T>> rest = new ArrayList<>(waiting);
    waiting.clear();
    return rest;
  }

  @Override
  int size() {
    return waiting.size();
  }
}
