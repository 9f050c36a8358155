package io.lappet.dupes;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Worker;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;

/** The pipeline, in an order of threads that a seed decides. */
class DuplicateFinderTest {
  @TempDir
  static Path folder;

  private final List<Report> reports = new ArrayList<>();

  @BeforeAll
  static void makeTree() throws IOException {
    for (int i = 0; i < 200; i++) {
      Path file = folder.resolve("dir" + i % 3).resolve("file" + i);
      Files.createDirectories(file.getParent());
      Files.write(file, content(i));
    }
    Files.createFile(folder.resolve("empty"));
    Files.createFile(folder.resolve("empty too"));
    Files.createLink(folder.resolve("a link"), folder.resolve("dir0/file60"));
  }

  /** Sizes, beginnings and contents agree for some and not for others; there are several batches. */
  private static byte[] content(int i) {
    byte[] content = new byte[i % 10 == 0 ? 20_000 : 100 + i % 50];
    content[0] = (byte) (i % 3);
    content[content.length - 1] = (byte) (i % 5 % 2);
    return content;
  }

  @LappetTest(seeds = 100)
  void theReportDoesNotDependOnTheOrderOfThreads(TestFabric fabric) {
    DuplicateFinder finder = fabric.start(finder(fabric, folder));
    fabric.settle();
    assertThat(finder.fullWorker().state()).isEqualTo(Worker.State.DONE); // it ends by itself
    assertThat(fabric.close(Duration.ofSeconds(1)).clean()).isTrue();

    assertThat(reports).hasSize(1);
    Report report = reports.get(0);
    assertThat(report.complete()).isTrue();
    assertThat(report.problems()).isEmpty();
    assertThat(report.files()).isEqualTo(203);
    assertThat(report).isEqualTo(sequential(folder));
    assertThat(report.groups()).hasSizeGreaterThan(5);
    assertThat(report.groups())
        .anySatisfy(group -> assertThat(group.first()).isEqualTo(folder.resolve("a link")));
  }

  @LappetTest(seeds = 50)
  void whatVanishesIsReportedAndTheRestIsFound(TestFabric fabric) throws IOException {
    Path other = Files.createTempDirectory(folder.getParent(), "vanishing");
    for (String name : List.of("a", "b", "c")) {
      Files.writeString(other.resolve(name), "same");
    }
    DuplicateFinder finder = finder(fabric, other);
    fabric.start(finder);
    finder.headWorker().pause();
    fabric.settle();
    Files.delete(other.resolve("b"));
    finder.resume();
    fabric.settle();
    fabric.close();

    Report report = reports.get(0);
    assertThat(report.groups()).hasSize(1);
    assertThat(report.groups().get(0).files())
        .containsExactly(other.resolve("a"), other.resolve("c"));
    assertThat(report.problems())
        .containsExactly(new Report.Problem(other.resolve("b"), "vanished during the search"));
    assertThat(report.complete()).isTrue();
  }

  @LappetTest(seeds = 50)
  void aSearchThatIsStoppedReportsWhatIsKnown(TestFabric fabric) {
    DuplicateFinder finder = fabric.start(finder(fabric, folder));
    finder.walkWorker().stop();
    fabric.close(Duration.ofSeconds(1));

    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).complete()).isEqualTo(reports.get(0).equals(sequential(folder)));
  }

  private DuplicateFinder finder(TestFabric fabric, Path directory) {
    return new WovenDuplicateFinder(fabric, List.of(directory), false, reports::add);
  }

  /** The same search, one thing after the other. */
  private static Report sequential(Path directory) {
    Findings findings = new Findings(false);
    TreeWalk walk = new TreeWalk(List.of(directory), findings::unreadable);
    try {
      for (List<FileEntry> batch; (batch = walk.next()) != null; ) {
        findings.listed(batch);
        for (FileEntry suspect : findings.headed(Contents.heads(findings.found(batch)))) {
          findings.hashed(suspect, Contents.sha256(suspect, findings::read));
        }
      }
    } catch (IOException | InterruptedException e) {
      throw new AssertionError(e);
    }
    findings.allListed();
    return findings.report();
  }
}
