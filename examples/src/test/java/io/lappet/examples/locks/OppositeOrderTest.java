package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Task;
import io.lappet.examples.Stage;
import io.lappet.testing.DeadlockError;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;

class OppositeOrderTest {
  @LappetTest(seeds = 50)
  void aCallWithATimeoutFailsAndTheOtherGoesOn(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenOppositeOrder(fabric, Stage.UNIT, stage).run());

    assertThat(stage.lines()).hasSize(2);
    assertThat(stage.lines().get(0)).startsWith("1.3 a gives up: ").contains("withYSoon");
    assertThat(stage.lines().get(1)).isEqualTo("1.3 b has both");
  }

  @LappetTest(seeds = 50)
  void withoutATimeoutTheTestIsToldOfTheDeadlock(TestFabric fabric) {
    OppositeOrder locks = new WovenOppositeOrder(fabric, Stage.UNIT, new Stage(fabric));
    Task<Void> a = fabric.after(
        Duration.ZERO,
        "left",
        () -> locks.withX(() -> {
          locks.pause();
          locks.withY(() -> {});
        }));
    Task<Void> b = fabric.after(
        Duration.ZERO,
        "right",
        () -> locks.withY(() -> {
          locks.pause();
          locks.withX(() -> {});
        }));

    assertThatThrownBy(() -> fabric.advance(Stage.UNIT))
        .isInstanceOf(DeadlockError.class)
        .hasMessageContaining("these threads wait for each other's locks")
        .hasMessageContaining("seed " + fabric.seed().orElseThrow())
        .hasMessageContaining(a.name() + " waits for")
        .hasMessageContaining(b.name() + " waits for")
        .hasMessageContaining("OppositeOrder.withX")
        .hasMessageContaining("OppositeOrder.withY");
  }
}
