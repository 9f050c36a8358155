package io.lappet.dupes;

/** Numbers of bytes for people. */
final class Bytes {
  private static final String[] UNITS = {" B", " kB", " MB", " GB", " TB", " PB", " EB"};

  private Bytes() {}

  /** Returns, for instance, {@code 1.2 MB}. */
  static String text(long bytes) {
    if (bytes < 1000) {
      return bytes + UNITS[0];
    }
    int unit = 1;
    long tenths = bytes / 100; // of kB
    while (tenths >= 10_000) {
      tenths /= 1000;
      unit++;
    }
    return tenths / 10 + "." + tenths % 10 + UNITS[unit];
  }
}
