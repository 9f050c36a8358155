package io.lappet.dupes;

import java.nio.file.Path;

/**
 * A file as the walk met it.
 *
 * @param path the absolute path under which it was met
 * @param size its length in bytes at that moment
 * @param identity what all hard links of one file have in common, and no other file has
 */
record FileEntry(Path path, long size, Object identity) {}
