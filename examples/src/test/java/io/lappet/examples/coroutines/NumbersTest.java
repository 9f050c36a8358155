package io.lappet.examples.coroutines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class NumbersTest {
  @LappetTest(seeds = 20)
  void eachIsMadeWhenItIsAskedFor(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenNumbers(fabric, stage).print(9));

    assertThat(stage.texts())
        .containsExactly(
            "produced 0",
            "consumed 0",
            "produced 1",
            "consumed 1",
            "produced 2",
            "consumed 2",
            "produced 3",
            "consumed 3",
            "produced 4",
            "consumed 4",
            "cleaned up");
  }

  @LappetTest(seeds = 20)
  void leavingEarlyCleansUp(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> {
      new WovenNumbers(fabric, stage).print(2);
      stage.accept("left");
    });

    assertThat(stage.texts())
        .containsExactly(
            "produced 0",
            "consumed 0",
            "produced 1",
            "consumed 1",
            "produced 2",
            "consumed 2",
            "cleaned up",
            "left");
    fabric.settle();
    assertThat(fabric.threads()).isEmpty();
  }
}
