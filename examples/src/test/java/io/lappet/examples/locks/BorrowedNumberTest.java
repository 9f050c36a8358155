package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class BorrowedNumberTest {
  @LappetTest(seeds = 50)
  void everybodyUsesWhatHeMadeOfIt(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenBorrowedNumber(fabric, Stage.UNIT, stage).run());

    assertThat(stage.texts())
        .containsExactlyInAnyOrder("minus one: 7", "plus one: 9", "as it is: 8", "at the end: 8")
        .endsWith("at the end: 8");
  }
}
