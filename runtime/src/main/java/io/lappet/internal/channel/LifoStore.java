package io.lappet.internal.channel;

/**
 * Last in, first out.
 *
 * @param <T> the type of the messages
 */
final class LifoStore<T> extends DequeStore<T> {
  @Override
  void add(Entry<T> entry) {
    waiting.addFirst(entry);
  }

  @Override
  Entry<T> oldest() {
    return waiting.getLast();
  }

  @Override
  void remove(Entry<T> entry) {
    waiting.removeLastOccurrence(entry); // what is removed is mostly the oldest
  }
}
