package io.lappet.dupes;

import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;

/**
 * The result of a search, in an order that depends on the files alone.
 *
 * @param groups the files with the same content; what wastes most comes first
 * @param problems what could not be read, by path
 * @param files how many regular files there were, hard links counted one by one
 * @param bytes how many bytes are in them
 * @param complete whether the search came to its end; if not, there may be more
 */
record Report(
    List<Group> groups, List<Problem> problems, long files, long bytes, boolean complete) {

  /**
   * Files with the same content.
   *
   * @param size the length of each of them
   * @param sha256 the SHA-256 of their content
   * @param files their paths, sorted; at least two
   */
  record Group(long size, String sha256, List<Path> files) implements Comparable<Group> {
    static Group of(long size, String sha256, List<Path> files) {
      List<Path> sorted = new ArrayList<>(files);
      Collections.sort(sorted);
      return new Group(size, sha256, List.copyOf(sorted));
    }

    /** How many of the files could be done without. */
    int spare() {
      return files.size() - 1;
    }

    /** How many bytes would be saved without them. */
    long wasted() {
      return size * spare();
    }

    Path first() {
      return files.get(0);
    }

    /** What wastes more comes first; otherwise the first path decides. */
    @Override
    public int compareTo(Group other) {
      int byWaste = Long.compare(other.wasted(), wasted());
      return byWaste != 0 ? byWaste : first().compareTo(other.first());
    }
  }

  /** A file or directory that could not be read, and why, in words. */
  record Problem(Path path, String reason) {
    static Problem of(Path path, Throwable cause) {
      return new Problem(path, inWords(cause));
    }

    private static String inWords(Throwable cause) {
      if (cause instanceof AccessDeniedException) {
        return "permission denied";
      }
      if (cause instanceof NoSuchFileException) {
        return "vanished during the search";
      }
      if (cause instanceof FileSystemException failure && failure.getReason() != null) {
        return failure.getReason();
      }
      return cause.getMessage() != null ? cause.getMessage() : cause.getClass().getSimpleName();
    }
  }

  static Report of(
      List<Group> groups, List<Problem> problems, long files, long bytes, boolean complete) {
    List<Group> sortedGroups = new ArrayList<>(groups);
    Collections.sort(sortedGroups);
    List<Problem> sortedProblems = new ArrayList<>(problems);
    sortedProblems.sort(Comparator.comparing(Problem::path));
    return new Report(
        List.copyOf(sortedGroups), List.copyOf(sortedProblems), files, bytes, complete);
  }

  /** How many files could be done without. */
  long spare() {
    long sum = 0;
    for (Group group : groups) {
      sum += group.spare();
    }
    return sum;
  }

  /** How many bytes would be saved without them. */
  long wasted() {
    long sum = 0;
    for (Group group : groups) {
      sum += group.wasted();
    }
    return sum;
  }
}
