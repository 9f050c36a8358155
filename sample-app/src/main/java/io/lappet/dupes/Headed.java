package io.lappet.dupes;

/**
 * A file whose beginning has been read, if that was possible.
 *
 * @param file the file
 * @param readable whether its beginning could be read
 * @param fingerprint the same for all files that have their size and their beginning in common
 */
record Headed(FileEntry file, boolean readable, long fingerprint) {}
