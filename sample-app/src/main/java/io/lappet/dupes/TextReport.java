package io.lappet.dupes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Writes groups as lines, a path each, with an empty line between groups. */
final class TextReport {
  private TextReport() {}

  static void write(Report report, OutputStream out) throws IOException {
    boolean first = true;
    for (Report.Group group : report.groups()) {
      if (!first) {
        out.write('\n');
      }
      first = false;
      for (Path file : group.files()) {
        out.write(PathText.bytes(file));
        out.write('\n');
      }
    }
  }
}
