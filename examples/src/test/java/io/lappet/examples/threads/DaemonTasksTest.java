package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.Collections;

class DaemonTasksTest {
  @LappetTest(seeds = 20)
  void nobodyWaitsForThem(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenDaemonTasks(fabric, Stage.UNIT, stage).run());
    fabric.close();

    assertThat(stage.lines()).hasSize(4).endsWith("0.5 4 threads");
    assertThat(Collections.frequency(stage.texts(), "task")).isEqualTo(3);
    assertThat(stage.now()).isEqualTo("0.5");
  }
}
