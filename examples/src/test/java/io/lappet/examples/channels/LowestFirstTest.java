package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class LowestFirstTest {
  @LappetTest(seeds = 20)
  void theLowestComesOutFirstAndEqualsAsTheyWentIn(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenLowestFirst(fabric, stage).run());

    assertThat(stage.lines()).containsExactly("0 z", "0 y", "0 b", "0 a");
  }
}
