package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.Channel;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * A component with ten timers and three consumers. With {@code -Dlappet.hour.print=true} it is run
 * for several virtual hours, and what they take is printed.
 */
class VirtualHourTest {
  private static final boolean PRINT = Boolean.getBoolean("lappet.hour.print");
  private static final int TIMERS = 10;
  private static final int CONSUMERS = 3;

  @Test
  void everyTickOfTenTimersIsHandledInItsSecond() {
    for (int round = 1; round <= (PRINT ? 8 : 1); round++) {
      run(PRINT ? Duration.ofHours(1) : Duration.ofMinutes(1));
    }
  }

  private static void run(Duration time) {
    TestFabric fabric = TestFabric.create();
    Weaving weaving = Weaving.of(fabric, 1, "Meter", fabric);
    List<Channel<Long>> channels = new ArrayList<>();
    List<Long> lateness = new ArrayList<>();
    for (int i = 1; i <= CONSUMERS; i++) {
      Channel<Long> channel =
          weaving.<Long>channel("readings" + i).capacity(16).make();
      channels.add(channel);
      weaving
          .consumer("note" + i, channel)
          .runs(sent -> lateness.add(fabric.time().nanos() - sent));
    }
    for (int i = 1; i <= TIMERS; i++) {
      weaving
          .timer("read" + i)
          .every(Duration.ofSeconds(1))
          .sends(() -> fabric.time().nanos(), channels.get(i % CONSUMERS));
    }
    weaving.register();
    fabric.start();
    long begin = System.nanoTime();
    fabric.advance(time);
    long took = System.nanoTime() - begin;
    assertEquals(TIMERS * time.toSeconds(), lateness.size());
    assertThat(lateness).containsOnly(0L);
    if (PRINT) {
      long decisions = fabric.decisions();
      System.out.printf(
          "%s in %d ms: %d ticks, %d decisions, %d a second%n",
          time,
          took / 1_000_000,
          lateness.size(),
          decisions,
          decisions * 1_000_000_000 / took);
    }
    fabric.close();
  }
}
