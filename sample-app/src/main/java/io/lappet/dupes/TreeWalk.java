package io.lappet.dupes;

import java.io.IOException;
import java.nio.file.DirectoryIteratorException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Lists the regular files below some directories, a batch at a time and each directory once, even if
 * the directories overlap. Symbolic links are not followed, but for those that lead to the
 * directories themselves. The attributes of each file are read once.
 */
final class TreeWalk {
  private static final int BATCH = 64;

  private final BiConsumer<Path, IOException> unreadable;
  private final Deque<Path> directories;
  private final Set<Object> visited = new HashSet<>();
  private final Deque<FileEntry> files = new ArrayDeque<>(); // met and not yet handed out

  /**
   * Prepares a walk, and reads nothing yet.
   *
   * @param roots absolute paths of directories
   * @param unreadable is told of each directory or file that cannot be looked at
   */
  TreeWalk(List<Path> roots, BiConsumer<Path, IOException> unreadable) {
    this.directories = new ArrayDeque<>(roots);
    this.unreadable = unreadable;
  }

  /** Returns the next files, or null when there are no more. */
  @Nullable
  List<FileEntry> next() {
    while (files.size() < BATCH && !directories.isEmpty()) {
      read(directories.pop());
    }
    List<FileEntry> batch = new ArrayList<>(BATCH);
    while (batch.size() < BATCH && !files.isEmpty()) {
      batch.add(files.poll());
    }
    return batch.isEmpty() ? null : batch;
  }

  private void read(Path directory) {
    try {
      var attributes = Files.readAttributes(directory, BasicFileAttributes.class);
      if (visited.add(identity(directory, attributes))) {
        try (DirectoryStream<Path> entries = Files.newDirectoryStream(directory)) {
          for (Path entry : entries) {
            look(entry);
          }
        }
      }
    } catch (DirectoryIteratorException e) {
      unreadable.accept(directory, e.getCause());
    } catch (IOException e) {
      unreadable.accept(directory, e);
    }
  }

  private void look(Path entry) {
    try {
      var attributes =
          Files.readAttributes(entry, BasicFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
      if (attributes.isDirectory()) {
        directories.push(entry);
      } else if (attributes.isRegularFile()) {
        files.add(new FileEntry(entry, attributes.size(), identity(entry, attributes)));
      }
    } catch (IOException e) {
      unreadable.accept(entry, e);
    }
  }

  /** Not every file system has keys; without them each path is a file of its own. */
  private static Object identity(Path path, BasicFileAttributes attributes) {
    Object key = attributes.fileKey();
    return key != null ? key : path;
  }
}
