package io.lappet.internal.fabric;

import io.lappet.internal.fabric.TimerQueue.Entry;
import java.util.ArrayList;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Entries in their exact order: a binary heap, in which each knows its place, so that taking one out
 * does not have to look for it. Guarded by the lock of the queue.
 */
final class TimerHeap {
  /* A parent is never due after its children. */
  private final ArrayList<Entry> heap = new ArrayList<>();

  /** The one that is due first. */
  @Nullable
  Entry head() {
    return heap.isEmpty() ? null : heap.get(0);
  }

  void add(Entry entry) {
    heap.add(entry);
    rise(heap.size() - 1, entry);
  }

  void remove(Entry entry) {
    int place = entry.place;
    entry.place = Entry.GONE;
    Entry last = heap.remove(heap.size() - 1);
    if (place < heap.size()) {
      if (place > 0 && last.isBefore(heap.get(parent(place)))) {
        rise(place, last);
      } else {
        sink(place, last);
      }
    }
  }

  void forEach(Consumer<Entry> action) {
    heap.forEach(action);
  }

  void clear() {
    heap.clear();
  }

  private static int parent(int place) {
    return (place - 1) / 2;
  }

  private void rise(int from, Entry entry) {
    int place = from;
    while (place > 0 && entry.isBefore(heap.get(parent(place)))) {
      put(place, heap.get(parent(place)));
      place = parent(place);
    }
    put(place, entry);
  }

  private void sink(int from, Entry entry) {
    int place = from;
    for (int child = 2 * place + 1; child < heap.size(); child = 2 * place + 1) {
      if (child + 1 < heap.size() && heap.get(child + 1).isBefore(heap.get(child))) {
        child++;
      }
      if (!heap.get(child).isBefore(entry)) {
        break;
      }
      put(place, heap.get(child));
      place = child;
    }
    put(place, entry);
  }

  private void put(int place, Entry entry) {
    heap.set(place, entry);
    entry.place = place;
  }
}
