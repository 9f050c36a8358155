package io.lappet.dupes;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The books of a search: which files have come how far, and what is known by now. The result does
 * not depend on the order in which files come.
 *
 * <p>A file goes through {@link #listed}, {@link #found}, {@link #headed} and {@link #hashed}, or
 * leaves this way early. Not for use by several threads at once.
 */
final class Findings {
  private final boolean emptyFiles;

  /** The first path, in sorted order, of each file. */
  private final Map<Object, Path> paths = new HashMap<>(1 << 16);

  private final FirstHeldBack<Long> bySize = new FirstHeldBack<>();
  private final FirstHeldBack<Long> byHead = new FirstHeldBack<>();
  private final Map<String, List<FileEntry>> byContent = new HashMap<>();
  private final List<Unreadable> unreadable = new ArrayList<>();

  private boolean allListed;
  private long files;
  private long bytes;
  private long underWay; // files on the way to the next stage
  private long bytesToRead; // by the files that have come so far
  private long bytesRead;

  Findings(boolean emptyFiles) {
    this.emptyFiles = emptyFiles;
  }

  /** Files were met. */
  void listed(List<FileEntry> batch) {
    for (FileEntry file : batch) {
      files++;
      bytes += file.size();
      underWay++;
    }
  }

  /** There are no more files to come. */
  void allListed() {
    allListed = true;
  }

  /** Takes files and returns those whose beginning is worth reading now. */
  List<FileEntry> found(List<FileEntry> batch) {
    List<FileEntry> candidates = new ArrayList<>();
    for (FileEntry file : batch) {
      underWay--;
      if ((file.size() > 0 || emptyFiles) && isNew(file)) {
        bySize.add(file.size(), file, candidates);
      }
    }
    for (FileEntry candidate : candidates) {
      underWay++;
      bytesToRead += headOf(candidate);
    }
    return candidates;
  }

  /** Takes files whose beginning was read and returns those worth reading to the end now. */
  List<FileEntry> headed(List<Headed> batch) {
    List<FileEntry> suspects = new ArrayList<>();
    for (Headed headed : batch) {
      underWay--;
      bytesRead += headOf(headed.file());
      if (headed.readable()) {
        byHead.add(headed.fingerprint(), headed.file(), suspects);
      } else {
        suspects.add(headed.file()); // to see what is the matter
      }
    }
    for (FileEntry suspect : suspects) {
      underWay++;
      bytesToRead += suspect.size();
    }
    return suspects;
  }

  /** A part of a file was read on the way to its end. */
  void read(int more) {
    bytesRead += more;
  }

  /** Takes a file that was read to the end. */
  void hashed(FileEntry file, String sha256) {
    underWay--;
    byContent.computeIfAbsent(sha256, none -> new ArrayList<>()).add(file);
  }

  /** Takes a file that was on its way to the next stage and could not be read. */
  void unreadable(FileEntry file, Throwable cause) {
    underWay--;
    unreadable.add(new Unreadable(file.path(), file.identity(), cause));
  }

  /** Takes a directory, or something in it, that could not be looked at. */
  void unreadable(Path path, Throwable cause) {
    unreadable.add(new Unreadable(path, path, cause));
  }

  /** Returns the files that nobody had to read, because no other has their size. */
  List<Path> aloneOfTheirSize() {
    return pathsOf(bySize.alone());
  }

  /** Returns what is known by now. */
  Report report() {
    List<Report.Group> groups = new ArrayList<>();
    for (Map.Entry<String, List<FileEntry>> content : byContent.entrySet()) {
      List<FileEntry> same = content.getValue();
      if (same.size() > 1) {
        groups.add(Report.Group.of(same.get(0).size(), content.getKey(), pathsOf(same)));
      }
    }
    List<Report.Problem> problems = new ArrayList<>();
    for (Unreadable one : unreadable) {
      Path path = paths.getOrDefault(one.identity(), one.path());
      problems.add(Report.Problem.of(path, one.cause()));
    }
    return Report.of(groups, problems, files, bytes, allListed && underWay == 0);
  }

  /** Returns how far the search has come. */
  Progress progress() {
    return new Progress(files, bytes, bytesRead, bytesToRead, allListed);
  }

  /** Notes the path of a file, and returns whether it is the first one of this file. */
  private boolean isNew(FileEntry file) {
    Path known = paths.putIfAbsent(file.identity(), file.path());
    if (known != null && file.path().compareTo(known) < 0) {
      paths.put(file.identity(), file.path());
    }
    return known == null;
  }

  private List<Path> pathsOf(List<FileEntry> files) {
    List<Path> result = new ArrayList<>(files.size());
    for (FileEntry file : files) {
      result.add(paths.get(file.identity()));
    }
    return result;
  }

  private static long headOf(FileEntry file) {
    return Math.min(file.size(), Contents.HEAD);
  }

  private record Unreadable(Path path, Object identity, Throwable cause) {}
}
