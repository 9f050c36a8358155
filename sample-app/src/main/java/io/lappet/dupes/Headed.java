package io.lappet.dupes;

/**
 * A file whose beginning has been read.
 *
 * @param file the file
 * @param fingerprint the same for all files that have their size and their beginning in common
 */
record Headed(FileEntry file, long fingerprint) {}
