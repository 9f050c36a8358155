package io.lappet.examples.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class OnceLaterTest {
  @LappetTest(seeds = 20)
  void eachRunsOnceAndNotEarlyUnlessItIsCancelled(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric, OnceLater.UNIT);

    stage.play(() -> {
      new WovenOnceLater(fabric, stage).run();
      stage.accept("end");
    });

    assertThat(stage.lines()).containsExactly("1 hello, world", "5 hello, again", "5 end");
  }
}
