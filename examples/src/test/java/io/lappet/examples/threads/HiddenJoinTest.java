package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class HiddenJoinTest {
  @LappetTest(seeds = 20)
  void closingWaitsForThem(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenHiddenJoin(fabric, Stage.UNIT, stage).run());
    fabric.close();

    assertThat(stage.lines())
        .containsExactly(
            "0 task",
            "0 task",
            "0 task",
            "0.5 4 threads",
            "1 3",
            "1 3",
            "1 3",
            "2 2",
            "2 2",
            "2 2",
            "3 1",
            "3 1",
            "3 1");
    assertThat(stage.now()).isEqualTo("3");
  }
}
