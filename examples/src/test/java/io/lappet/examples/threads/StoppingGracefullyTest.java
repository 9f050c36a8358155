package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;

class StoppingGracefullyTest {
  @LappetTest(seeds = 20)
  void itCleansUpBeforeTheJoinReturns(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenStoppingGracefully(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines()).containsExactly("1 cleaned up", "1 joined");
  }

  @LappetTest(seeds = 20)
  void itCleansUpBeforeTheCloseReturns(TestFabric fabric) {
    Stage stage = new Stage(fabric);
    new WovenStoppingGracefully(fabric, Stage.UNIT, stage).workAsync();
    fabric.advance(Duration.ofMillis(950));

    fabric.close();

    assertThat(stage.lines()).containsExactly("1 cleaned up");
  }
}
