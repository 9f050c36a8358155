package io.lappet.dupes;

import java.io.IOException;
import java.nio.file.Path;

/** Whether somebody is looking. */
final class Terminal {
  private Terminal() {}

  /**
   * Returns whether standard error is a terminal. {@code System.console()} would not tell: it is
   * about the other two streams, and on some JDKs it is there even when they are files.
   */
  static boolean isStandardError() {
    try {
      String device = Path.of("/proc/self/fd/2").toRealPath().toString();
      return device.startsWith("/dev/pts/")
          || device.startsWith("/dev/tty")
          || device.equals("/dev/console");
    } catch (IOException e) { // not Linux, or a pipe
      return false;
    }
  }
}
