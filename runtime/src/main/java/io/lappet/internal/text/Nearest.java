package io.lappet.internal.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.Optional;

/** Finds the known name that was probably meant. */
public final class Nearest {
  private static final int FARTHEST = 3;

  private Nearest() {}

  /** The name among {@code known} that is nearest to {@code name}, if any is near. */
  public static Optional<String> to(String name, Collection<String> known) {
    return known.stream()
        .filter(candidate -> isNear(name, candidate))
        .min(Comparator.<String>comparingInt(candidate -> distance(name, candidate))
            .thenComparing(Comparator.naturalOrder()));
  }

  /** Whether one may be a slip of the pen for the other: a third of the letters, at most three. */
  public static boolean isNear(String name, String other) {
    int longest = Math.max(name.length(), other.length());
    int distance = distance(name, other);
    return distance > 0 && distance <= Math.min(FARTHEST, longest / 3);
  }

  /** How many letters were left out, added, changed, or swapped with their neighbour. */
  private static int distance(String a, String b) {
    int[][] cost = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          cost[i][j] = i + j;
          continue;
        }
        int change = a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1;
        cost[i][j] =
            Math.min(cost[i - 1][j - 1] + change, Math.min(cost[i - 1][j], cost[i][j - 1]) + 1);
        boolean swapped = i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1);
        if (swapped) {
          cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
        }
      }
    }
    return cost[a.length()][b.length()];
  }
}
