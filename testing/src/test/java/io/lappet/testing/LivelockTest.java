package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.gen.Limits;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Threads that go on for ever without any time passing. */
class LivelockTest {
  /** Two that are too polite: each gives back what it has, and tries again. */
  private static void beTooPolite(TestFabric fabric) {
    Permits left = Limits.of(fabric, "left", 1);
    Permits right = Limits.of(fabric, "right", 1);
    boolean[] never = {false};
    fabric.submit("polite", () -> {
      while (!never[0]) {
        try (Lease first = left.acquire()) {
          Optional<Lease> second = right.tryAcquire();
          second.ifPresent(Lease::close);
        }
      }
      return null;
    });
    fabric.settle();
  }

  @Test
  void aLivelockIsToldWithTheThreadsAndWhatRepeatsIt() {
    TestFabric fabric = TestFabric.options().seed(3).livelockAfter(1_000).create();
    LivelockError told = assertThrows(LivelockError.class, () -> beTooPolite(fabric));
    assertThat(told)
        .hasMessageContainingAll(
            "Livelock: these threads have gone on 1000 times",
            "polite-1",
            "LivelockTest",
            "Seed 3 makes this run again",
            "The last decisions:");
    fabric.close(); // leaves no thread, though it goes on and on
    assertThat(fabric.threads()).isEmpty();
  }

  @Test
  void manyDecisionsWhileTheClockMovesAreNone() {
    try (TestFabric fabric = TestFabric.options().livelockAfter(100).create()) {
      fabric.submit("tick", () -> {
        for (int i = 0; i < 1_000; i++) {
          fabric.sleep(Duration.ofSeconds(1));
        }
        return null;
      });
      fabric.advance(Duration.ofHours(1));
    }
  }
}
