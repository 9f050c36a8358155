package io.lappet.examples;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class NightShiftTest {
  private static final ZoneId BERLIN = ZoneId.of("Europe/Berlin");

  private final List<String> lines = new CopyOnWriteArrayList<>();

  @Test
  void theNightIsShorterInMarch() {
    try (TestFabric fabric = startedAt("2026-03-27T12:00:00Z")) {
      fabric.advance(Duration.ofDays(3));

      assertThat(lines)
          .containsExactly(
              "FRIDAY 17:00 tidy",
              "SATURDAY 02:30 backup",
              "SUNDAY 00:00 tidy",
              "SUNDAY 03:00 backup",
              "MONDAY 02:30 backup",
              "MONDAY 09:00 tidy",
              "MONDAY 13:00 tidy");
    }
  }

  @Test
  void theNightIsLongerInOctober() {
    try (TestFabric fabric = startedAt("2026-10-24T18:00:00Z")) {
      fabric.advance(Duration.ofDays(1));

      assertThat(lines).containsExactly("SUNDAY 00:00 tidy", "SUNDAY 02:30 backup");
    }
  }

  @Test
  void theHandleKnowsTheNextRun() {
    try (TestFabric fabric =
        TestFabric.options().start(Instant.parse("2026-03-28T12:00:00Z")).create()) {
      NightShift shift = fabric.start(new WovenNightShift(fabric, lines::add));

      assertThat(shift.backupTimer().nextRun()).hasValue(Instant.parse("2026-03-29T01:00:00Z"));
    }
  }

  private TestFabric startedAt(String instant) {
    TestFabric fabric = TestFabric.options().start(Instant.parse(instant)).create();
    fabric.start(new WovenNightShift(fabric, text -> {
      LocalDateTime now = fabric.time().now().atZone(BERLIN).toLocalDateTime();
      lines.add(now.getDayOfWeek() + " " + now.toLocalTime() + " " + text);
    }));
    return fabric;
  }
}
