package io.lappet.internal.order;

import io.lappet.internal.text.FactsFile;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * One lock is taken while another one is held, as a compilation has seen it. A lock is {@code Class#name},
 * with {@code *} in front if there is one of it in a fabric, instead of one in each object.
 *
 * @param reads whether both are only read
 * @param gates the locks that are held around both
 * @param text what the compilation says of it
 */
record LockStep(String held, String taken, boolean reads, Set<String> gates, String text) {
  /** What a line of a file of facts says; null if it says something else. */
  static @Nullable LockStep parse(String line) {
    String[] parts = line.split("\t", -1);
    return parts.length == 6 && parts[0].equals(FactsFile.ORDER)
        ? new LockStep(
            parts[1],
            parts[2],
            parts[3].equals("read"),
            gates(parts[4]),
            parts[5].replace("\\n", "\n"))
        : null;
  }

  private static Set<String> gates(String text) {
    return text.isEmpty() ? Set.of() : Set.of(text.split(" "));
  }
}
