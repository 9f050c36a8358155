package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class HowLongThreeTakeTest {
  @LappetTest(seeds = 20)
  void asLongAsOne(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenHowLongThreeTake(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines()).containsExactly("3 main-1: 3 units");
  }
}
