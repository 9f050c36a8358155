package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;

class DaemonAndLockTest {
  @LappetTest(seeds = 20)
  void theDaemonPrintsFiveTimesBesideMain(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(
        () -> fabric.start(new WovenDaemonAndLock(fabric, Stage.UNIT, stage)).run());

    assertThat(stage.lines().subList(0, 3))
        .containsExactlyInAnyOrder("0 func", "0 false", "0 count 1");
    assertThat(stage.timesOf("func")).containsExactly("0", "1", "2", "3", "4");
    assertThat(stage.now()).isEqualTo("6");
  }

  @LappetTest
  void closingDoesNotWaitForIt(TestFabric fabric) {
    Stage stage = new Stage(fabric);
    fabric.start(new WovenDaemonAndLock(fabric, Duration.ofDays(1), stage));
    fabric.settle();

    assertThat(fabric.close(Duration.ofSeconds(1)).clean()).isTrue();

    assertThat(stage.lines()).containsExactly("0 func");
  }
}
