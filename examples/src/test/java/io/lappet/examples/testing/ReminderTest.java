package io.lappet.examples.testing;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

class ReminderTest {
  private final List<Instant> attempts = new ArrayList<>();

  @LappetTest(start = "2026-03-02T08:00:00Z")
  void triesAgainAfterOneSecondAndThenTwo(TestFabric fabric) {
    Reminder reminder = fabric.start(new WovenReminder(fabric, () -> {
      attempts.add(fabric.time().now());
      if (attempts.size() < 3) {
        throw new IllegalStateException("no connection");
      }
    }));

    fabric.runUntil(() -> reminder.sent() == 1);
    Instant first = Instant.parse("2026-03-02T09:00:00Z");
    assertEquals(List.of(first, first.plusSeconds(1), first.plusSeconds(3)), attempts);

    fabric.advanceTo(Instant.parse("2026-03-02T10:00:00Z"));
    assertEquals(2, reminder.sent());
    assertTrue(fabric.close(Duration.ZERO).clean());
  }
}
