package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class CountingThreadsTest {
  @LappetTest(seeds = 20)
  void fourThenOne(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenCountingThreads(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines()).containsExactly("0.5 4 threads", "2.5 1 threads");
  }
}
