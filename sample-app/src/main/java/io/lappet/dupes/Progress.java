package io.lappet.dupes;

/**
 * How far a search has come.
 *
 * @param files how many files were met
 * @param bytes how many bytes are in them
 * @param bytesRead how many bytes were read
 * @param bytesToRead how many bytes had or have to be read, as far as that is known
 * @param allListed whether no more files are to come
 */
record Progress(long files, long bytes, long bytesRead, long bytesToRead, boolean allListed) {
  /** How much of what is known to be read has been read. */
  int percent() {
    return bytesToRead == 0 ? 0 : (int) (100 * bytesRead / bytesToRead);
  }

  long bytesLeft() {
    return bytesToRead - bytesRead;
  }
}
