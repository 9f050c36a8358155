package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class JoinWithLimitTest {
  @LappetTest(seeds = 20)
  void theLimitEndsTheWaitOnly(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenJoinWithLimit(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines()).containsExactly("1 ended: false", "3 worked", "3 ended: true");
  }
}
