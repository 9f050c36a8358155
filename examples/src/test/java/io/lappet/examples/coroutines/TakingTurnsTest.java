package io.lappet.examples.coroutines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class TakingTurnsTest {
  private final List<Integer> printed = new CopyOnWriteArrayList<>();

  @Test
  void eachGoesOnWhereItWas() {
    try (Fabric fabric = Fabric.create()) {
      TakingTurns.run(fabric, printed::add);
    }

    assertThat(printed).containsExactly(12, 56, 34, 78);
  }

  @LappetTest(seeds = 20)
  void inTheSameOrderWhoeverElseRuns(TestFabric fabric) {
    TakingTurns.run(fabric, printed::add);

    assertThat(printed.subList(printed.size() - 4, printed.size())).containsExactly(12, 56, 34, 78);
  }
}
