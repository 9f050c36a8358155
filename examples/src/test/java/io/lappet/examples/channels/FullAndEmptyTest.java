package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class FullAndEmptyTest {
  @LappetTest(seeds = 50)
  void itIsFullAndEmptyAndWhoWaitsGoesOnWithTheOther(TestFabric fabric)
      throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenFullAndEmpty(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines().subList(0, 8))
        .containsExactly(
            "0 size 2",
            "0 at once: full",
            "0.2 after a while: full",
            "0.2 took pen and ink",
            "0.2 size 0",
            "0.2 at once: empty",
            "0.4 after a while: empty",
            "1.4 took pen");
    assertThat(stage.lines().subList(8, stage.lines().size()))
        .containsExactlyInAnyOrder("2.4 took ink", "2.4 put pad");
  }
}
