package io.lappet.examples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.Collections;
import java.util.List;

class AskingAgainTest {
  @LappetTest(seeds = 50)
  void fiveAskEveryTwoUnitsAndConnectAtOnceWhenItOpens(TestFabric fabric)
      throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenAskingAgain(fabric, Stage.UNIT, stage).run());

    List<String> asked = stage.timesOf("wait server...");
    for (String at : List.of("0", "2", "4", "6", "8")) {
      assertThat(Collections.frequency(asked, at)).isEqualTo(5);
    }
    assertThat(asked.subList(25, asked.size())).hasSizeLessThanOrEqualTo(5).allMatch("10"::equals);
    assertThat(stage.timesOf("connect to server")).containsExactly("10", "10", "10", "10", "10");
    int printed = stage.lines().size();
    fabric.advance(Duration.ofDays(1));
    assertThat(stage.lines()).hasSize(printed); // nothing afterwards
  }
}
