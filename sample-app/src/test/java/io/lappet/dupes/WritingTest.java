package io.lappet.dupes;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What users read: text, JSON, the summary and the progress line. */
class WritingTest {
  private final ByteArrayOutputStream out = new ByteArrayOutputStream();

  private final Report report = Report.of(
      List.of(
          Report.Group.of(3, "abc", List.of(Path.of("/b"), Path.of("/a"))),
          Report.Group.of(1000, "def", List.of(Path.of("/x \"y\"\\z"), Path.of("/line\nfeed")))),
      List.of(new Report.Problem(Path.of("/locked"), "permission denied")),
      7,
      2017,
      true);

  @Test
  void textIsGroupsOfLines() throws IOException {
    TextReport.write(report, out);
    assertThat(out.toString(UTF_8)).isEqualTo("/line\nfeed\n/x \"y\"\\z\n\n/a\n/b\n");
  }

  @Test
  void jsonIsOneObject() throws IOException {
    JsonReport.write(report, out);
    assertThat(out.toString(UTF_8)).isEqualTo("""
            {
              "groups": [
                {"size": 1000, "sha256": "def", "files": [
                  "/line\\u000afeed",
                  "/x \\"y\\"\\\\z"
                ]},
                {"size": 3, "sha256": "abc", "files": [
                  "/a",
                  "/b"
                ]}
              ],
              "errors": [
                {"path": "/locked", "reason": "permission denied"}
              ],
              "summary": {"complete": true, "files": 7, "bytes": 2017, "groups": 2, \
            "duplicates": 2, "wastedBytes": 1003, "errors": 1}
            }
            """);
  }

  @Test
  void jsonOfNothingIsAnObjectToo() throws IOException {
    JsonReport.write(Report.of(List.of(), List.of(), 0, 0, false), out);
    assertThat(out.toString(UTF_8))
        .startsWith(
            "{\n  \"groups\": [],\n  \"errors\": [],\n  \"summary\": {\"complete\": false,");
  }

  @Test
  void namesKeepAllTheirBytes() throws IOException {
    Path odd = Path.of(URI.create("file:///gr%C3%BCn%FF%20%F0%9F%98%80%ED%A0%80"));
    Report odds = Report.of(
        List.of(Report.Group.of(1, "abc", List.of(odd, Path.of("/a")))), List.of(), 2, 2, true);

    TextReport.write(odds, out);
    assertThat(out.toString(ISO_8859_1))
        .isEqualTo("/a\n/gr\u00c3\u00bcn\u00ff \u00f0\u009f\u0098\u0080\u00ed\u00a0\u0080\n");

    out.reset();
    JsonReport.write(odds, out);
    assertThat(out.toString(UTF_8))
        .contains("\"/gr\u00fcn\\udcff \ud83d\ude00\\udced\\udca0\\udc80\"");
  }

  @Test
  void theSummaryListsProblemsAndSums() {
    Summary.write(report, false, new PrintStream(out));
    assertThat(out.toString(UTF_8)).isEqualTo("""
            Could not be read:
              /locked: permission denied
            2 groups of duplicates in 7 files (2.0 kB): 2 files to spare, 1.0 kB wasted.
            """);
  }

  @Test
  void theSummarySaysThatAReportIsPartialEvenIfQuiet() {
    Summary.write(Report.of(List.of(), List.of(), 0, 0, false), true, new PrintStream(out));
    assertThat(out.toString(UTF_8))
        .isEqualTo("Stopped early: the report is partial, there may be more duplicates.\n");
  }

  @Test
  void theProgressLineHasARateAndATimeToGo() {
    ProgressLine line = new ProgressLine();
    line.at(1, new Progress(10, 900_000_000, 0, 300_000_000, false), false, 0, 0);
    long later = 2_000_000_001L;
    assertThat(line.at(
            later, new Progress(20, 950_000_000, 200_000_000, 800_000_000, true), false, 3, 4))
        .isEqualTo("20 files  950.0 MB  read 200.0 MB  100.0 MB/s  queues 3 4  25%  ETA 0:06");
  }

  @Test
  void nobodyKnowsTheTimeToGoWhileFilesAreListedOrNothingIsRead() {
    ProgressLine line = new ProgressLine();
    assertThat(line.at(1, new Progress(10, 10, 5, 10, false), false))
        .endsWith("50%  ETA unknown yet");
    assertThat(line.at(2, new Progress(10, 10, 5, 10, true), true))
        .contains("paused")
        .endsWith("ETA unknown yet");
  }

  @ParameterizedTest
  @CsvSource({
    "0, 0 B",
    "999, 999 B",
    "1000, 1.0 kB",
    "1999, 1.9 kB",
    "999999, 999.9 kB",
    "1000000, 1.0 MB",
    "4100000000, 4.1 GB",
    "9223372036854775807, 9.2 EB"
  })
  void bytesAreForPeople(long bytes, String text) {
    assertThat(Bytes.text(bytes)).isEqualTo(text);
  }
}
