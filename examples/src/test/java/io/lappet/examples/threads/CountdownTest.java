package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class CountdownTest {
  @LappetTest(seeds = 20)
  void eachObjectKeepsItsName(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> {
      new WovenCountdown(fabric, "t1", Stage.UNIT, stage).start();
      new WovenCountdown(fabric, "t2", Stage.UNIT, stage).start();
    });
    fabric.close();

    for (String name : new String[] {"t1", "t2"}) {
      assertThat(stage.lines())
          .containsSubsequence(
              "0 task " + name, "1 " + name + " 2s", "2 " + name + " 1s", "3 " + name + " 0s");
    }
    assertThat(stage.lines()).hasSize(8);
    assertThat(stage.now()).isEqualTo("4");
  }
}
