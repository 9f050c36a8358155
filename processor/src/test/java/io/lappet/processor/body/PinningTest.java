package io.lappet.processor.body;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.processor.body.check.BodyCheck;
import io.lappet.processor.body.check.BodyReport;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.check.Levels;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Monitors hold virtual threads on some releases only, and not all compilers know these. */
class PinningTest {
  private static final String CACHE = """
      abstract class Cache {
        String load() throws InterruptedException {
          synchronized (this) {
            return slow();
          }
        }
        @Async abstract Task<String> loadAsync();
        private String slow() throws InterruptedException {
          Thread.sleep(1);
          return "";
        }
      }
      """;

  private static List<String> pinning(String source, int release) {
    Facts read = BodyReaderTest.read(source);
    Facts facts = new Facts(read.classes(), List.of(), false, release);
    BodyReport report =
        new BodyReport(new Levels(Map.of("lappet.check.pinning", "warn"), it -> {}));
    BodyCheck.ALL.forEach(check -> check.check(facts, report));
    return report.lines().stream()
        .map(BodyReport.Line::text)
        .filter(text -> text.endsWith("(LAP218)"))
        .toList();
  }

  @Test
  void aTwinThatSleepsInAMonitorKeepsItsCarrier() {
    assertThat(pinning(CACHE, 21)).containsExactly("""
        [pinning] load() calls slow() (line 8), which sleeps (line 13) while it holds the monitor of \
        Cache: a virtual thread keeps the thread that carries it from others as long.
        Use @Synchronized in place of synchronized, or wait after leaving it; from release 24 on it \
        does not matter. (LAP218)""");
  }

  @Test
  void onOtherReleasesItDoesNot() {
    assertThat(pinning(CACHE, 17)).isEmpty();
    assertThat(pinning(CACHE, 24)).isEmpty();
  }

  @Test
  void whatFabricsAndGroupsRunIsVirtual() {
    String source = """
        abstract class Cache {
          abstract Fabric fabric();
          void start() {
            fabric().submit("wait", () -> { synchronized (this) { wait(); } return 1; });
          }
        }
        """;
    assertThat(pinning(source, 23)).singleElement().asString().contains("waits to be notified");
  }

  @Test
  void lanesAndExecutorsHaveOtherThreads() {
    String source = """
        abstract class Cache {
          @Limit(permits = 2) abstract Lane io();
          void start(java.util.concurrent.ExecutorService pool, Lane other) {
            pool.submit(() -> { synchronized (this) { wait(); } return 1; });
            other.submit("wait", () -> { synchronized (this) { wait(); } return 1; });
            io().submit("wait", () -> { synchronized (this) { wait(); } return 1; });
          }
          @Async(lane = "io") abstract Task<Void> loadAsync();
          synchronized void load() throws InterruptedException { wait(); }
        }
        """;
    assertThat(pinning(source, 21)).isEmpty();
  }

  @Test
  void timersAndActivationsThatSaySoAreVirtual() {
    String source = """
        abstract class Clock {
          @PeriodicTimer(every = "1s") synchronized void tick() throws InterruptedException { wait(1); }
          @PeriodicTimer(every = "1s", thread = ThreadKind.PLATFORM)
          synchronized void tock() throws InterruptedException { wait(2); }
          @Daemon synchronized void watch() throws InterruptedException { wait(3); }
          @Daemon(thread = ThreadKind.VIRTUAL)
          synchronized void look() throws InterruptedException { wait(4); }
        }
        """;
    assertThat(pinning(source, 21))
        .extracting(text -> text.substring(0, text.indexOf("()")))
        .containsExactlyInAnyOrder("[pinning] tick", "[pinning] look");
  }

  @Test
  void toWaitWithoutAMonitorAndToReadFilesIsRight() {
    String source = """
        abstract class Cache {
          void load() throws Exception {
            synchronized (this) { java.nio.file.Files.readString(java.nio.file.Path.of("a")); }
            Thread.sleep(1);
          }
          @Async abstract Task<Void> loadAsync();
        }
        """;
    assertThat(pinning(source, 21)).isEmpty();
  }
}
