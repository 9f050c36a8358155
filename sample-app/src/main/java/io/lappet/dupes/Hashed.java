package io.lappet.dupes;

/**
 * A file that has been read from beginning to end.
 *
 * @param file the file
 * @param sha256 the SHA-256 of its content, in hexadecimal
 */
record Hashed(FileEntry file, String sha256) {}
