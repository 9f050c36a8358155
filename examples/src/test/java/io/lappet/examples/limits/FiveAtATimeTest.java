package io.lappet.examples.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

class FiveAtATimeTest {
  private static final String DONE = "-----all threads done-----";

  @LappetTest(seeds = 50)
  void twentyTwoComeInFiveWaves(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenFiveAtATime(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines()).endsWith("5 " + DONE);
    List<String> numbers = stage.texts(text -> !text.equals(DONE));
    assertThat(numbers)
        .containsExactlyInAnyOrderElementsOf(
            IntStream.range(0, 22).mapToObj(Integer::toString).toList());
    List<String> times = stage.timesOf("").subList(0, 22);
    for (String wave : List.of("1", "2", "3", "4")) {
      assertThat(Collections.frequency(times, wave)).isEqualTo(5);
    }
    assertThat(times.subList(20, 22)).containsOnly("5");
  }
}
