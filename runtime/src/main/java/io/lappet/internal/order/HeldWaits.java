package io.lappet.internal.order;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * Waits under a lock, and ends of waits under a lock, as compilations have seen them. Lines of a file
 * of facts tell of them, their parts separated by tabs: {@code wait} or {@code end}, the lock, what is
 * waited for, and what the compilation says of it.
 */
final class HeldWaits {
  // Sorted, so that the same program is told in the same words.
  private final Map<String, String> waits = new TreeMap<>();
  private final Map<String, String> ends = new TreeMap<>();

  /** Takes in a line; one that tells of something else says nothing. */
  void add(String line) {
    String[] parts = line.split("\t", -1);
    if (parts.length == 4) {
      String what = parts[2] + " under " + parts[1];
      String text = parts[3].replace("\\n", "\n");
      switch (parts[0]) {
        case "wait" -> waits.putIfAbsent(what, text);
        case "end" -> ends.putIfAbsent(what, text);
        default -> {}
      }
    }
  }

  /** What there is to say of a wait that somebody could end, if that one need not wait for the lock. */
  Optional<String> text() {
    return waits.keySet().stream()
        .filter(ends::containsKey)
        .findFirst()
        .map(what -> "[wait-deadlock] A wait holds the lock that is needed to end it, over several"
            + " modules.\nwaits: " + waits.get(what)
            + "\nends: " + ends.get(what)
            + "\nWait before taking the lock, or after giving it back. (LAP303)");
  }
}
