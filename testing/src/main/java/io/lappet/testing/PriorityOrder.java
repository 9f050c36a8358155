package io.lappet.testing;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;

/**
 * Each thread has a priority by chance, and of those who could go on the highest one does. At a few
 * decisions, chosen by chance as well, the one that runs falls behind all others. A fault that needs
 * {@code d} things to happen in one order is found with a known probability, if {@code d - 1} times
 * somebody falls behind.
 */
final class PriorityOrder extends ExploringOrder {
  private final Random random;
  private final Set<Integer> changes = new TreeSet<>();
  private final Map<Strand, Integer> priorities = new HashMap<>();
  private int lowest;

  /**
   * Makes one.
   *
   * @param changes how often somebody falls behind
   * @param length how many decisions are to be expected
   */
  PriorityOrder(long seed, int changes, int length) {
    this.random = new Random(seed * 0x9E3779B97F4A7C15L);
    for (int i = 0; i < changes; i++) {
      this.changes.add(1 + random.nextInt(Math.max(1, length)));
    }
  }

  @Override
  int pick(int number, List<Strand> candidates, boolean holdsUp) {
    for (Strand candidate : candidates) {
      priorities.computeIfAbsent(candidate, it -> random.nextInt(Integer.MAX_VALUE));
    }
    if (changes.contains(number)) {
      lowest--;
      priorities.put(candidates.get(0), lowest);
    }
    int highest = 0;
    for (int i = 1; i < candidates.size(); i++) {
      if (priority(candidates.get(i)) > priority(candidates.get(highest))) {
        highest = i;
      }
    }
    return highest;
  }

  private int priority(Strand strand) {
    return priorities.getOrDefault(strand, 0);
  }
}
