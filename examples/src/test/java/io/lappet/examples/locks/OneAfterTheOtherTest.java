package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class OneAfterTheOtherTest {
  @LappetTest(seeds = 50)
  void oneToTenAUnitApart(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenOneAfterTheOther(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines())
        .containsExactly("1 1", "2 2", "3 3", "4 4", "5 5", "6 6", "7 7", "8 8", "9 9", "10 10");
  }
}
