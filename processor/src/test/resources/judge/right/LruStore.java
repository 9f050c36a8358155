// private helpers hold what all their callers hold
package lru;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;

public abstract class LruStore<K, V> {
  private static final class Node<K, V> {
    final K key;
    V value;
    Node<K, V> before;
    Node<K, V> after;

    Node(K key, V value) {
      this.key = key;
      this.value = value;
    }
  }

  private final Map<K, Node<K, V>> nodes = new HashMap<>();
  private final int capacity;
  private Node<K, V> first;
  private Node<K, V> last;
  private int misses;

  protected LruStore(int capacity) {
    this.capacity = capacity;
  }

  @Synchronized
  public V get(K key) {
    Node<K, V> node = nodes.get(key);
    if (node == null) {
      misses++;
      return null;
    }
    unlink(node);
    append(node);
    return node.value;
  }

  @Synchronized
  public void put(K key, V value) {
    Node<K, V> node = nodes.computeIfAbsent(key, k -> new Node<>(k, value));
    node.value = value;
    unlink(node);
    append(node);
    trim(capacity);
  }

  @PeriodicTimer(every = "10m")
  @Synchronized
  void shrink() {
    trim(capacity / 2);
    misses = 0;
  }

  private void trim(int limit) {
    while (nodes.size() > limit && first != null) {
      nodes.remove(first.key);
      unlink(first);
    }
  }

  private void append(Node<K, V> node) {
    node.before = last;
    if (last == null) {
      first = node;
    } else {
      last.after = node;
    }
    last = node;
  }

  private void unlink(Node<K, V> node) {
    if (node.before != null) {
      node.before.after = node.after;
    } else if (first == node) {
      first = node.after;
    }
    if (node.after != null) {
      node.after.before = node.before;
    } else if (last == node) {
      last = node.before;
    }
    node.before = null;
    node.after = null;
  }
}
