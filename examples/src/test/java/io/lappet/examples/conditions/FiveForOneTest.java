package io.lappet.examples.conditions;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;

class FiveForOneTest {
  @LappetTest(seeds = 50)
  void allFiveGoOnAtFourAndNoneBefore(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenFiveForOne(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines())
        .hasSize(9)
        .startsWith("1 number 1", "2 number 2", "3 number 3", "4 number 4")
        .containsOnlyOnce(
            "4 1 goes on", "4 2 goes on", "4 3 goes on", "4 4 goes on", "4 5 goes on");
  }

  @LappetTest(seeds = 20)
  void nobodyLooksAgainBeforeTheNumberHasChanged(TestFabric fabric) {
    Counting program = new Counting(fabric, new Stage(fabric));
    program.goOnAsync(1);
    program.goOnAsync(2);
    fabric.settle();
    int looks = program.looks;

    fabric.advance(Duration.ofDays(1));

    assertThat(program.looks).isEqualTo(looks);
    for (int i = 0; i < 4; i++) {
      program.raise();
    }
    fabric.settle();
    assertThat(fabric.tasks()).isEmpty();
  }

  /** Counts how often the guard is asked; one thread runs at a time. */
  private static final class Counting extends WovenFiveForOne {
    private int looks;

    Counting(TestFabric fabric, Stage stage) {
      super(fabric, Stage.UNIT, stage);
    }

    @Override
    boolean atFour() {
      looks++;
      return super.atFour();
    }
  }
}
