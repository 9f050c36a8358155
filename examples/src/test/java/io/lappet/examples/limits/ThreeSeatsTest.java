package io.lappet.examples.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Lease;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;

class ThreeSeatsTest {
  @LappetTest(seeds = 100)
  void threeSitAndWhoLeavesLetsOneIn(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);
    Random random = new Random(fabric.seed().orElseThrow());

    stage.play(() -> new WovenThreeSeats(fabric, Stage.UNIT, random, stage).run());

    List<String> seated = new ArrayList<>();
    for (String text : stage.texts(text -> text.matches("\\d+ (takes 1 seat|gets up)"))) {
      String person = text.substring(0, text.indexOf(' '));
      if (text.endsWith("takes 1 seat")) {
        assertThat(seated).hasSizeLessThan(3).doesNotContain(person);
        seated.add(person);
      } else {
        assertThat(seated.remove(person)).isTrue();
      }
    }
    assertThat(seated).isEmpty();
    List<String> arrivals = stage.timesOf("takes 1 seat");
    assertThat(arrivals).hasSize(10).startsWith("0", "0", "0");
    assertThat(arrivals.subList(3, 10))
        .isEqualTo(stage.timesOf("gets up").subList(0, 7)); // one for one
    assertThat(stage.texts()).endsWith("3 seats are free");
  }

  @LappetTest(seeds = 20)
  void theSeatsNeverBecomeFour(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);
    ThreeSeats program = new WovenThreeSeats(fabric, Stage.UNIT, new Random(1), stage);

    stage.play(program::run);

    List<Lease> all = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      all.add(program.seats().tryAcquire().orElseThrow());
    }
    assertThat(program.seats().tryAcquire(Duration.ofSeconds(1))).isEmpty();
    all.forEach(Lease::close);
  }
}
