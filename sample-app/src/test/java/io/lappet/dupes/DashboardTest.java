package io.lappet.dupes;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** What the user sees and presses, in virtual time. */
class DashboardTest {
  @TempDir
  Path folder;

  private final ByteArrayOutputStream screen = new ByteArrayOutputStream();
  private final List<Report> reports = new ArrayList<>();

  @BeforeEach
  void makeTree() throws IOException {
    Files.writeString(folder.resolve("a"), "same");
    Files.writeString(folder.resolve("b"), "same");
  }

  @LappetTest
  void aTerminalShowsALineTwiceASecondAndIsCleanedUp(TestFabric fabric) {
    start(fabric, "", true);
    fabric.advance(Duration.ofSeconds(30));
    assertThat(screen.toString(UTF_8).split("2 files  8 B", -1)).hasSize(1 + 60);
    assertThat(screen.toString(UTF_8)).doesNotContain("\n");
    fabric.close();
    assertThat(screen.toString(UTF_8)).endsWith("\r\033[K");
  }

  @LappetTest
  void aFileGetsALineEveryTenSeconds(TestFabric fabric) {
    start(fabric, "", false);
    fabric.advance(Duration.ofSeconds(30));
    assertThat(screen.toString(UTF_8).lines()).hasSize(3);
    assertThat(screen.toString(UTF_8)).doesNotContain("\r");
  }

  @LappetTest
  void theStateIsShownOnRequest(TestFabric fabric) {
    start(fabric, "s\ns\n", false);
    fabric.settle();
    assertThat(screen.toString(UTF_8).lines()).hasSize(2);
  }

  @LappetTest
  void qStopsTheSearch(TestFabric fabric) {
    start(fabric, "q\n", false);
    fabric.advance(Duration.ofSeconds(1));
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    assertThat(reports).hasSize(1);
  }

  @LappetTest(seeds = 50)
  void pPausesAndGoesOn(TestFabric fabric) {
    start(fabric, "p\np\n", false);
    fabric.settle();
    fabric.close();
    assertThat(reports).hasSize(1);
    assertThat(reports.get(0).groups()).hasSize(1);
    assertThat(reports.get(0).complete()).isTrue();
  }

  private void start(TestFabric fabric, String keys, boolean terminal) {
    DuplicateFinder finder = new WovenDuplicateFinder(fabric, List.of(folder), false, reports::add);
    new WovenDashboard(
        fabric,
        finder,
        new ByteArrayInputStream(keys.getBytes(UTF_8)),
        new PrintStream(screen, true, UTF_8),
        terminal);
    fabric.start();
  }
}
