package io.lappet.internal.channel;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/**
 * Messages of which always the first is given out; the kinds differ in where they add.
 *
 * @param <T> the type of the messages
 */
abstract class DequeStore<T> extends Store<T> {
  final Deque<Entry<T>> waiting = new ArrayDeque<>();

  @Override
  final boolean hasNext() {
    return !waiting.isEmpty();
  }

  @Override
  final Entry<T> next() {
    return waiting.removeFirst();
  }

  @Override
  final List<Entry<T>> clear() {
    List<Entry<T>> rest = new ArrayList<>(waiting);
    waiting.clear();
    return rest;
  }

  @Override
  final int size() {
    return waiting.size();
  }
}
