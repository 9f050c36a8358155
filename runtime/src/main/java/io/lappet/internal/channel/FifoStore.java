package io.lappet.internal.channel;

/**
 * First in, first out.
 *
 * @param <T> the type of the messages
 */
final class FifoStore<T> extends DequeStore<T> {
  @Override
  void add(Entry<T> entry) {
    waiting.addLast(entry);
  }

  @Override
  Entry<T> oldest() {
    return waiting.getFirst();
  }

  @Override
  void remove(Entry<T> entry) {
    waiting.remove(entry);
  }
}
