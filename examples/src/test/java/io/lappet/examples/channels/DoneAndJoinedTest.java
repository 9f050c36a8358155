package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Worker;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.stream.IntStream;

class DoneAndJoinedTest {
  @LappetTest(seeds = 50)
  void tenItemsAreProcessedBeforeDone(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);
    DoneAndJoined program =
        fabric.start(new WovenDoneAndJoined(fabric, Stage.UNIT.dividedBy(10), stage));

    stage.play(program::run);

    assertThat(stage.texts().subList(0, 10))
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 10).mapToObj(i -> "processed " + i).toList());
    assertThat(stage.timesOf("processed"))
        .as("four at a time")
        .containsExactly("0.1", "0.1", "0.1", "0.1", "0.2", "0.2", "0.2", "0.2", "0.3", "0.3");
    assertThat(stage.lines().get(10)).isEqualTo("0.3 done");
    assertThat(stage.texts().get(11)).contains("byHand", "done already");
    assertThat(fabric.workers()).allMatch(Worker::isAlive);
    assertThat(fabric.close(Duration.ofSeconds(1)).clean()).isTrue();
  }
}
