package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class JoinFromThreadTest {
  @LappetTest(seeds = 20)
  void theInnerOneEndsBeforeTheOuterOne(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenJoinFromThread(fabric, Stage.UNIT, stage).contextAsync());
    fabric.close();

    assertThat(stage.lines())
        .containsExactly("0 in context", "0 in join", "1 out join", "1 out context");
  }
}
