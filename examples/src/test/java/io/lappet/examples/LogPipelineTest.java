package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

class LogPipelineTest {
  private static final List<String> LOG =
      List.of("1 web started", "4 db down", "not a line", "1 web stopped");

  private final PrintStream before = System.out;
  private final ByteArrayOutputStream printed = new ByteArrayOutputStream();

  @TempDir
  Path folder;

  @BeforeEach
  void capture() {
    System.setOut(new PrintStream(printed, true, StandardCharsets.UTF_8));
  }

  @AfterEach
  void release() {
    System.setOut(before);
  }

  @LappetTest(seeds = 50)
  void countsEveryLineWhateverTheOrder(TestFabric fabric) throws Exception {
    fabric.start(new WovenLogPipeline(fabric, log()));

    fabric.advance(Duration.ofSeconds(5));

    assertThat(printed.toString(StandardCharsets.UTF_8))
        .isEqualTo("{db=1, web=2}, unreadable: 1\n");
    assertThat(fabric.close(Duration.ofSeconds(5)).clean()).isTrue();
  }

  @LappetTest(seeds = 20)
  void endsByItself(TestFabric fabric) throws Exception {
    fabric.start(new WovenLogPipeline(fabric, log()));

    fabric.advance(Duration.ofSeconds(1));

    assertThat(fabric.workers())
        .filteredOn(worker -> !worker.isDaemon())
        .allMatch(worker -> !worker.isAlive());
    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  private Path log() throws IOException {
    return Files.write(folder.resolve("log-" + System.nanoTime()), LOG);
  }
}
