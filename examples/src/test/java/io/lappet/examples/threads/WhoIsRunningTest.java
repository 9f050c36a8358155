package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class WhoIsRunningTest {
  @LappetTest(seeds = 20)
  void oneThenFourThenOne(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenWhoIsRunning(fabric, stage).run());

    assertThat(stage.texts()).hasSize(4);
    assertThat(stage.texts().get(0)).isEqualTo("before: 1 [main-1]");
    assertThat(stage.texts().get(1))
        .matches("during: 4 \\[WhoIsRunning.task-\\d, WhoIsRunning.task-\\d, "
            + "WhoIsRunning.task-\\d, main-1]");
    assertThat(stage.texts().get(2)).isEqualTo("after: 1 [main-1]");
    assertThat(stage.texts().get(3)).isEqualTo("id of tomorrow's: OptionalLong.empty");
  }
}
