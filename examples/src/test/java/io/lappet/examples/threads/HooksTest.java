package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class HooksTest {
  @Test
  void twoStartsAndTwoEnds() {
    List<String> lines = new CopyOnWriteArrayList<>();

    Hooks.run(Duration.ofMillis(1), lines::add);

    assertThat(lines).filteredOn(line -> !line.matches("task t.|.s")).hasSize(4);
    for (String name : List.of("TwoCountdowns.countdown-1", "TwoCountdowns.countdown-2")) {
      assertThat(lines).containsSubsequence("start of " + name, "end of " + name);
    }
  }
}
