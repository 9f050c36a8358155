package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class LoopThreadTest {
  @LappetTest(seeds = 20)
  void mainWaitsForTheThreadThatCountsToFive(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenLoopThread(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines())
        .containsExactly(
            "0 thread main-1 is running",
            "0 thread LoopThread is running",
            "0 thread LoopThread >>> 1",
            "1 thread LoopThread >>> 2",
            "2 thread LoopThread >>> 3",
            "3 thread LoopThread >>> 4",
            "4 thread LoopThread >>> 5",
            "5 thread LoopThread ended",
            "5 thread main-1 ended");
  }
}
