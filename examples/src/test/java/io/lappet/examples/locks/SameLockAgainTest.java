package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.ArrayList;
import java.util.List;

class SameLockAgainTest {
  @LappetTest(seeds = 50)
  void theSecondTakingNeverWaitsAndTheSecondGivingBackFrees(TestFabric fabric)
      throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenSameLockAgain(fabric, Stage.UNIT, stage).run());

    List<String> expected = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      String name = stage.texts().get(4 * i).split(" ")[0];
      int begin = 6 * i;
      expected.add(begin + " " + name + " takes the lock");
      expected.add((begin + 2) + " " + name + " takes it again");
      expected.add((begin + 4) + " " + name + " gives it back once");
      expected.add((begin + 6) + " " + name + " gives it back again");
    }
    assertThat(stage.lines()).isEqualTo(expected);
    assertThat(stage.now()).isEqualTo("18");
  }
}
