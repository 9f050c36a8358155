package io.lappet.dupes;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Lets files pass that are not the only ones of their kind. The first of each kind is held back
 * until a second one comes; from then on all of that kind pass.
 *
 * @param <K> what files of a kind have in common
 */
final class FirstHeldBack<K> {
  private final Map<K, Kind> kinds = new HashMap<>();

  /** Adds to {@code passing} what may pass now that {@code file} has come: nothing, two, or it. */
  void add(K key, FileEntry file, List<FileEntry> passing) {
    Kind kind = kinds.get(key);
    if (kind == null) {
      kinds.put(key, new Kind(file));
      return;
    }
    if (kind.first != null) {
      passing.add(kind.first);
      kind.first = null;
    }
    passing.add(file);
  }

  /** Returns the files that are still the only ones of their kind. */
  List<FileEntry> alone() {
    List<FileEntry> alone = new ArrayList<>();
    for (Kind kind : kinds.values()) {
      if (kind.first != null) {
        alone.add(kind.first);
      }
    }
    return alone;
  }

  private static final class Kind {
    @Nullable
    FileEntry first; // null once it has passed

    Kind(FileEntry first) {
      this.first = first;
    }
  }
}
