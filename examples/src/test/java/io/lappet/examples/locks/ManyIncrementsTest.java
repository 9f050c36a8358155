package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class ManyIncrementsTest {
  @LappetTest(seeds = 10)
  void noneIsLost(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenManyIncrements(fabric, 100, stage).run());

    assertThat(stage.texts()).containsExactly("number 100");
  }

  @Test
  void noneOfTwentyThousandIsLost() {
    List<String> printed = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenManyIncrements(fabric, 20_000, printed::add).run();
    }

    assertThat(printed).containsExactly("number 20000");
  }
}
