package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class TakenTwiceTest {
  @LappetTest(seeds = 20)
  void aLockReEntersAndALimitFailsAfterItsTime(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenTakenTwice(fabric, stage).run());

    assertThat(stage.lines()).hasSize(2).first().isEqualTo("0 a lock, taken twice");
    assertThat(stage.lines().get(1)).startsWith("0.3 ").contains("TakenTwice.enter");
  }

  @LappetTest(seeds = 20)
  void theLimitIsFreeAgainAfterwards(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);
    TakenTwice program = new WovenTakenTwice(fabric, stage);

    stage.play(program::run);
    stage.play(() -> program.enter(() -> stage.accept("inside")));

    assertThat(stage.lines()).endsWith("0.3 inside");
  }
}
