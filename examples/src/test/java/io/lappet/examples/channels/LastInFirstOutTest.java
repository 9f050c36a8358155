package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class LastInFirstOutTest {
  @LappetTest(seeds = 20)
  void theLastNumberComesOutFirst(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenLastInFirstOut(fabric, stage).run());

    assertThat(stage.lines()).containsExactly("0 4", "0 3", "0 2", "0 1", "0 0");
  }
}
