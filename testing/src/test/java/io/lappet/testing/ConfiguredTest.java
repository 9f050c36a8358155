package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Channel;
import io.lappet.annotation.OnError.Then;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What is configured, by a clock that a test moves. */
class ConfiguredTest {
  private final List<Long> calls = new ArrayList<>(); // in seconds

  private void note(TestFabric fabric) {
    calls.add(
        Duration.between(Instant.parse("2000-01-01T00:00:00Z"), fabric.time().now())
            .toSeconds());
  }

  @Test
  void aTestBringsItsOwnConfiguration() {
    TestFabric fabric = TestFabric.create(17, Map.of("*.tick.every", "20s"));
    assertThat(fabric.seed()).hasValue(17);
    Weaving weaving = Weaving.of(fabric, 1, "Clock", this);
    weaving.timer("tick").every(Duration.ofSeconds(1)).runs(() -> note(fabric));
    weaving.register();
    fabric.start();
    fabric.advance(Duration.ofMinutes(1));
    fabric.close();
    assertThat(calls).containsExactly(20L, 40L, 60L);
  }

  @Test
  void pausesBetweenTries() {
    TestFabric fabric = TestFabric.create(
        1,
        Map.of("Sink.take.retries", "3", "Sink.take.backoff", "3s", "Sink.take.maxBackoff", "4s"));
    Weaving weaving = Weaving.of(fabric, 1, "Sink", this);
    Channel<Integer> raw =
        weaving.<Integer>channel("raw").sentByHand().receivedBy("take").make();
    weaving.consumer("take", raw).runs(message -> {
      note(fabric);
      throw new IllegalStateException("no");
    });
    weaving.register();
    fabric.start();
    raw.trySend(1);
    fabric.advance(Duration.ofMinutes(1));
    fabric.close();
    assertThat(calls).containsExactly(0L, 3L, 7L, 11L);
  }

  @Test
  void pausesBeforeARestart() {
    TestFabric fabric = TestFabric.create(1, Map.of("Well.work.backoff", "7s"));
    Weaving weaving = Weaving.of(fabric, 1, "Well", this);
    weaving.daemon("work").then(Then.RESTART).runs(() -> {
      note(fabric);
      if (calls.size() < 3) {
        throw new IllegalStateException("no");
      }
    });
    weaving.register();
    fabric.start();
    fabric.advance(Duration.ofMinutes(1));
    fabric.close();
    assertThat(calls).containsExactly(0L, 7L, 17L); // doubled, and at most 10 seconds
  }
}
