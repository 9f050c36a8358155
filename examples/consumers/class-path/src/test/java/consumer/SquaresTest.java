package consumer;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

/** A test of a user, in virtual time. */
class SquaresTest {
  @LappetTest(seeds = 3)
  void reportsEveryHour(TestFabric fabric) {
    AtomicInteger reports = new AtomicInteger();
    fabric.start(new WovenSquares(fabric) {
      @Override
      void report() {
        reports.incrementAndGet();
      }
    });

    fabric.advance(Duration.ofHours(3));

    assertEquals(3, reports.get());
  }
}
