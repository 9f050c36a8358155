package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;

class BankBalanceTest {
  @LappetTest(seeds = 20)
  void theBalanceIsZero(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenBankBalance(fabric, 50, stage).run());

    assertThat(stage.texts()).containsExactly("the bank does not take 5000", "balance 0");
  }

  @RepeatedTest(5)
  void theBalanceIsZeroAfterManyChangesByThreadsThatRunAtOnce() {
    List<String> printed = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenBankBalance(fabric, 100_000, printed::add).run();
    }

    assertThat(printed).containsExactly("the bank does not take 5000", "balance 0");
  }
}
