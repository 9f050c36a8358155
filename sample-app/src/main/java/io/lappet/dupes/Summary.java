package io.lappet.dupes;

import java.io.PrintStream;
import java.nio.charset.StandardCharsets;

/** Writes what the user should know beside the groups. */
final class Summary {
  private Summary() {}

  /** Writes problems, and that the report is not complete; and, unless quiet, the sums. */
  static void write(Report report, boolean quiet, PrintStream out) {
    StringBuilder text = new StringBuilder(200);
    if (!report.problems().isEmpty()) {
      text.append("Could not be read:\n");
      for (Report.Problem problem : report.problems()) {
        text.append("  ").append(PathText.text(problem.path()));
        text.append(": ").append(problem.reason()).append('\n');
      }
    }
    if (!quiet) {
      text.append(report.groups().size()).append(" groups of duplicates in ");
      text.append(report.files()).append(" files (").append(Bytes.text(report.bytes()));
      text.append("): ").append(report.spare()).append(" files could be spared, which waste ");
      text.append(Bytes.text(report.wasted())).append(".\n");
    }
    if (!report.complete()) {
      text.append("Stopped early: the report is partial, there may be more duplicates.\n");
    }
    out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }
}
