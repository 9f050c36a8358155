package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class TwoCountdownsTest {
  @LappetTest(seeds = 20)
  void bothCountAtTheSameTime(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenTwoCountdowns(fabric, Stage.UNIT, stage).run());
    fabric.close();

    assertThat(stage.lines())
        .containsExactlyInAnyOrder(
            "0 task t1", "0 task t2", "1 2s", "1 2s", "2 1s", "2 1s", "3 0s", "3 0s");
    assertThat(stage.now()).isEqualTo("4");
  }
}
