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
      text.append(count(report.groups().size(), "group")).append(" of duplicates in ");
      text.append(count(report.files(), "file")).append(" (").append(Bytes.text(report.bytes()));
      text.append("): ").append(count(report.spare(), "file")).append(" to spare, ");
      text.append(Bytes.text(report.wasted())).append(" wasted.\n");
    }
    if (!report.complete()) {
      text.append("Stopped early: the report is partial, there may be more duplicates.\n");
    }
    out.writeBytes(text.toString().getBytes(StandardCharsets.UTF_8));
    out.flush();
  }

  private static String count(long number, String noun) {
    return number + " " + noun + (number == 1 ? "" : "s");
  }
}
