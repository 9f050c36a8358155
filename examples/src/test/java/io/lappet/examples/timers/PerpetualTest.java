package io.lappet.examples.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;

class PerpetualTest {
  private static final Duration HALF = Perpetual.UNIT.dividedBy(2);

  @LappetTest(seeds = 20)
  void cancelledAfterFourPeriodsAndAHalfItHasRunFourTimes(TestFabric fabric) {
    Stage stage = new Stage(fabric, Perpetual.UNIT);
    Perpetual timers =
        fabric.start(new WovenPerpetual(fabric, () -> stage.accept("aaaa"), () -> {}));

    fabric.advance(Duration.ofMillis(450));
    timers.tickWorker().stop();
    fabric.advance(Duration.ofMillis(1000));

    assertThat(stage.lines()).containsExactly("1 aaaa", "2 aaaa", "3 aaaa", "4 aaaa");
  }

  @LappetTest(seeds = 20)
  void cancelledDuringARunItRunsNoMore(TestFabric fabric) {
    Stage stage = new Stage(fabric, Perpetual.UNIT);
    Perpetual timers = fabric.start(new WovenPerpetual(
        fabric,
        () -> {
          stage.accept("begins");
          fabric.sleep(HALF);
          stage.accept("ends");
        },
        () -> {}));

    fabric.advance(Duration.ofMillis(125));
    timers.tickWorker().stop();
    fabric.advance(Duration.ofMillis(1000));
    assertThat(stage.lines()).containsExactly("1 begins", "1.5 ends");

    timers.tickWorker().start();
    fabric.advance(Duration.ofMillis(125));
    assertThat(stage.texts()).containsExactly("begins", "ends", "begins");
  }

  @LappetTest(seeds = 20)
  void aRunThatThrowsIsFollowedByTheNext(TestFabric fabric) {
    Stage stage = new Stage(fabric, Perpetual.UNIT);
    AtomicInteger runs = new AtomicInteger();
    Perpetual timers = fabric.start(new WovenPerpetual(
        fabric,
        () -> {
          stage.accept("aaaa");
          if (runs.incrementAndGet() == 2) {
            throw new IllegalStateException("second");
          }
        },
        () -> {}));

    fabric.advance(Duration.ofMillis(350));

    assertThat(stage.timesOf("aaaa")).containsExactly("1", "2", "3");
    assertThat(timers.tickWorker().failures()).isEqualTo(1);
  }

  @LappetTest(seeds = 20)
  void aBodyOfHalfAPeriodRunsOncePerPeriodOrPerOneAndAHalf(TestFabric fabric) {
    Stage stage = new Stage(fabric, Perpetual.UNIT);
    fabric.start(new WovenPerpetual(
        fabric,
        () -> {
          stage.accept("rate");
          fabric.sleep(HALF);
        },
        () -> {
          stage.accept("pauses");
          fabric.sleep(HALF);
        }));

    fabric.advance(Duration.ofMillis(460));

    assertThat(stage.timesOf("rate")).containsExactly("1", "2", "3", "4");
    assertThat(stage.timesOf("pauses")).containsExactly("1", "2.5", "4");
  }
}
