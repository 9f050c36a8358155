package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Worker;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;

class FastAndSlowTest {
  private static final Duration SHORT = Stage.UNIT.dividedBy(20);

  @LappetTest(seeds = 50)
  void aFastProducerIsHeldBackAndNothingIsLost(TestFabric fabric) {
    Stage stage = start(fabric, Duration.ZERO, SHORT);

    fabric.advance(Stage.UNIT.multipliedBy(6));

    assertThat(mostUnderWay(stage.texts())).as("ten queued, one in each hand").isEqualTo(12);
    requireUsed(stage, 100);
    assertThat(stage.lines()).endsWith("5 used 100");
    assertThat(fabric.workers()).allMatch(worker -> worker.state() == Worker.State.DONE);
  }

  @LappetTest(seeds = 50)
  void aFastConsumerWaits(TestFabric fabric) {
    Stage stage = start(fabric, SHORT, Duration.ZERO);

    fabric.advance(Stage.UNIT.multipliedBy(6));

    assertThat(mostUnderWay(stage.texts())).isLessThanOrEqualTo(2);
    requireUsed(stage, 100);
    assertThat(stage.timesOf("used")).isEqualTo(stage.timesOf("made"));
  }

  @LappetTest(seeds = 50)
  void whatWasMadeWhenTheFabricIsClosedIsUsedAndThenBothEnd(TestFabric fabric) {
    Stage stage = start(fabric, Duration.ZERO, SHORT);
    fabric.advance(Stage.UNIT.multipliedBy(2));

    assertThat(fabric.close(Stage.UNIT.multipliedBy(5)).clean()).isTrue();

    int made = stage.timesOf("made").size();
    assertThat(made).isBetween(40, 60);
    requireUsed(stage, made);
    assertThat(fabric.threads()).isEmpty();
  }

  private static Stage start(TestFabric fabric, Duration making, Duration using) {
    Stage stage = new Stage(fabric);
    fabric.start(new WovenFastAndSlow(fabric, making, using, stage));
    return stage;
  }

  private static void requireUsed(Stage stage, int items) {
    assertThat(stage.texts(text -> text.startsWith("used")))
        .containsExactlyElementsOf(
            IntStream.rangeClosed(1, items).mapToObj(i -> "used " + i).toList());
  }

  /** The most items that were made and not used. */
  private static int mostUnderWay(List<String> texts) {
    int most = 0;
    int underWay = 0;
    for (String text : texts) {
      underWay += text.startsWith("made") ? 1 : -1;
      most = Math.max(most, underWay);
    }
    return most;
  }
}
