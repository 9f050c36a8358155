package io.lappet.examples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class WaitingForTheServerTest {
  @LappetTest(seeds = 50)
  void theClientConnectsWhenTheGateOpens(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenWaitingForTheServer(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines())
        .containsExactly("0 wait server...", "3 start server successful", "6 connect to server");
  }
}
