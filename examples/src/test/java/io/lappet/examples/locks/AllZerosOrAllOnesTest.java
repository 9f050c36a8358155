package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;

class AllZerosOrAllOnesTest {
  @LappetTest(seeds = 50)
  void itIsNeverSeenHalfDone(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenAllZerosOrAllOnes(fabric, stage).run());

    requireAllOrNothing(stage.texts());
  }

  /** Inside the loops nobody waits, so only threads that really run at once could disturb them. */
  @RepeatedTest(50)
  void itIsNeverSeenHalfDoneByThreadsThatRunAtOnce() {
    List<String> printed = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenAllZerosOrAllOnes(fabric, printed::add).run();
    }

    requireAllOrNothing(printed);
  }

  private static void requireAllOrNothing(List<String> printed) {
    assertThat(printed).hasSize(100).containsAnyOf("0 ones", "1000 ones");
    assertThat(printed).allMatch(line -> line.equals("0 ones") || line.equals("1000 ones"));
    assertThat(printed).isSorted(); // once set, for good
  }
}
