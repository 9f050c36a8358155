package io.lappet.dupes;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Writes a report as one JSON object in UTF-8. */
final class JsonReport {
  private static final String HEX = "0123456789abcdef";

  private final StringBuilder json = new StringBuilder(64 * 1024);

  private JsonReport() {}

  static void write(Report report, OutputStream out) throws IOException {
    JsonReport writer = new JsonReport();
    writer.report(report);
    out.write(writer.json.toString().getBytes(StandardCharsets.UTF_8));
  }

  private void report(Report report) {
    json.append("{\n  \"groups\": [");
    String separator = "\n";
    for (Report.Group group : report.groups()) {
      json.append(separator).append("    ");
      group(group);
      separator = ",\n";
    }
    json.append(report.groups().isEmpty() ? "]" : "\n  ]").append(",\n  \"errors\": [");
    separator = "\n";
    for (Report.Problem problem : report.problems()) {
      json.append(separator).append("    {\"path\": ");
      string(PathText.text(problem.path()));
      json.append(", \"reason\": ");
      string(problem.reason());
      json.append('}');
      separator = ",\n";
    }
    json.append(report.problems().isEmpty() ? "]" : "\n  ]").append(",\n  \"summary\": ");
    summary(report);
    json.append("\n}\n");
  }

  private void group(Report.Group group) {
    json.append("{\"size\": ").append(group.size()).append(", \"sha256\": ");
    string(group.sha256());
    json.append(", \"files\": [");
    String separator = "\n      ";
    for (Path file : group.files()) {
      json.append(separator);
      string(PathText.text(file));
      separator = ",\n      ";
    }
    json.append("\n    ]}");
  }

  private void summary(Report report) {
    json.append("{\"complete\": ").append(report.complete());
    json.append(", \"files\": ").append(report.files());
    json.append(", \"bytes\": ").append(report.bytes());
    json.append(", \"groups\": ").append(report.groups().size());
    json.append(", \"duplicates\": ").append(report.spare());
    json.append(", \"wastedBytes\": ").append(report.wasted());
    json.append(", \"errors\": ").append(report.problems().size()).append('}');
  }

  private void string(String text) {
    json.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        json.append('\\').append(c);
      } else if (c < ' ' || c == 0x7f || isLoneSurrogate(text, i)) {
        json.append("\\u").append(HEX.charAt(c >> 12)).append(HEX.charAt(c >> 8 & 15));
        json.append(HEX.charAt(c >> 4 & 15)).append(HEX.charAt(c & 15));
      } else {
        json.append(c);
      }
    }
    json.append('"');
  }

  private static boolean isLoneSurrogate(String text, int i) {
    char c = text.charAt(i);
    if (Character.isHighSurrogate(c)) {
      return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
    }
    return Character.isLowSurrogate(c)
        && (i == 0 || !Character.isHighSurrogate(text.charAt(i - 1)));
  }
}
