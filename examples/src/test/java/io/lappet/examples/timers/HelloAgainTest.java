package io.lappet.examples.timers;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

class HelloAgainTest {
  @LappetTest(seeds = 20)
  void itComesEveryFiveUnitsAndNeedsNoMoreThreads(TestFabric fabric) {
    List<Integer> threads = new CopyOnWriteArrayList<>();
    Stage stage = new Stage(fabric, HelloAgain.UNIT);
    fabric.start(new WovenHelloAgain(fabric, line -> {
      stage.accept(line);
      threads.add(fabric.threads().size());
    }));

    fabric.advance(Duration.ofMillis(2600));

    assertThat(stage.timesOf("hello")).containsExactly("5", "10", "15", "20", "25");
    assertThat(threads).containsOnly(1);
  }
}
