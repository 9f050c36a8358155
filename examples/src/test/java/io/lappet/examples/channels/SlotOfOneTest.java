package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;

class SlotOfOneTest {
  private static final Duration ONE = Stage.UNIT;
  private static final Duration TWO = Stage.UNIT.multipliedBy(2);

  @LappetTest(seeds = 50)
  void theyAlternateAtThePaceOfASlowConsumer(TestFabric fabric) {
    requireAlternating(play(fabric, ONE, TWO), 10);
  }

  @LappetTest(seeds = 50)
  void theyAlternateAtThePaceOfASlowProducer(TestFabric fabric) {
    requireAlternating(play(fabric, TWO, ONE), 10);
  }

  @LappetTest(seeds = 50)
  void theyAlternateWhenNeitherIsSlow(TestFabric fabric) {
    requireAlternating(play(fabric, ONE, ONE), 20);
  }

  private static List<String> play(TestFabric fabric, Duration making, Duration using) {
    Stage stage = new Stage(fabric);
    fabric.start(new WovenSlotOfOne(fabric, making, using, stage));
    fabric.advance(Stage.UNIT.multipliedBy(21));
    return stage.texts();
  }

  private static void requireAlternating(List<String> printed, int items) {
    assertThat(printed).hasSizeGreaterThanOrEqualTo(2 * items);
    for (int i = 0; i < printed.size(); i++) {
      String expected = (i % 2 == 0 ? "produce" : "consume") + " item " + (i / 2 + 1);
      assertThat(printed.get(i)).isEqualTo(expected);
    }
  }
}
