package io.lappet.examples.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;

class OnePerRequestTest {
  @LappetTest(seeds = 30)
  void everyLineShowsItsOwnRequest(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenOnePerRequest(fabric, stage).run());

    assertThat(stage.texts()).hasSize(16);
    for (int n = 1; n <= 8; n++) {
      boolean bindsNothing = n % 4 == 0;
      assertThat(stage.texts())
          .containsSubsequence(
              "request " + n + " of " + (bindsNothing ? "nobody" : "user" + n),
              "request " + n + " asks over " + (bindsNothing ? "none" : "connection" + n));
    }
  }
}
