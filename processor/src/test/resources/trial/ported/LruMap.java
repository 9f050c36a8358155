package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;

/** A map that forgets what was not asked for in the longest time; a list through the entries. */
abstract class LruMap<K, V> {
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

  LruMap(int capacity) {
    this.capacity = capacity;
  }

  @Synchronized
  V get(K key) {
    Node<K, V> node = nodes.get(key);
    if (node == null) {
      return null;
    }
    unlink(node);
    linkFirst(node);
    return node.value;
  }

  @Synchronized
  void put(K key, V value) {
    Node<K, V> node = nodes.get(key);
    if (node != null) {
      node.value = value;
      unlink(node);
    } else {
      node = new Node<>(key, value);
      nodes.put(key, node);
      if (nodes.size() > capacity) {
        nodes.remove(last.key);
        unlink(last);
      }
    }
    linkFirst(node);
  }

  private void linkFirst(Node<K, V> node) {
    node.before = null;
    node.after = first;
    if (first != null) {
      first.before = node;
    }
    first = node;
    if (last == null) {
      last = node;
    }
  }

  private void unlink(Node<K, V> node) {
    if (node.before != null) {
      node.before.after = node.after;
    } else {
      first = node.after;
    }
    if (node.after != null) {
      node.after.before = node.before;
    } else {
      last = node.before;
    }
  }

  @PeriodicTimer(every = "1m", daemon = true)
  //+ @Synchronized
  void trim() {
    while (nodes.size() > capacity / 2) {
      nodes.remove(last.key); //! LAP201
      unlink(last);
    }
  }
}
