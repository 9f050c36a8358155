package io.lappet.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class FourKettlesTest {
  @LappetTest(seeds = 20)
  void theTeaIsMadeAtThree(TestFabric fabric) throws InterruptedException {
    play(fabric, FourKettles::standAndWait, "3 tea");
    play(fabric, FourKettles::standUntilItWhistles, "3 tea");
    play(fabric, FourKettles::watchTelevisionUntilItWhistles, "0 television", "3 tea");
  }

  @LappetTest(seeds = 20)
  void whoLooksNowAndThenMayBeLate(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenFourKettles(fabric, Stage.UNIT, stage).watchTelevisionAndLook());

    assertThat(stage.timesOf("look")).startsWith("1", "2", "3");
    assertThat(stage.timesOf("tea")).containsAnyOf("3", "4").hasSize(1);
  }

  private interface Way {
    void makeTea(FourKettles kettles) throws InterruptedException;
  }

  private static void play(TestFabric fabric, Way way, String... lines)
      throws InterruptedException {
    Stage stage = new Stage(fabric);
    stage.play(() -> way.makeTea(new WovenFourKettles(fabric, Stage.UNIT, stage)));
    assertThat(stage.lines()).containsExactly(lines);
  }
}
