package io.lappet.examples.coroutines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;

class OneThreadForAllTest {
  @LappetTest(seeds = 50)
  void neverTwoHandlersAtOnceAndNeverNested(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);
    OneThreadForAll all = fabric.start(new WovenOneThreadForAll(fabric, stage));
    stage.play(() -> {
      all.keys().send("a");
      all.clicks().send(7);
      all.keys().send("enter");
      all.keys().send("b");
    });
    fabric.settle();
    fabric.advance(Stage.UNIT);

    List<String> lines = stage.texts();
    for (String key : List.of("a", "enter", "b")) {
      assertThat(lines.get(lines.indexOf("key " + key) + 1)).isEqualTo("end of key " + key);
    }
    assertThat(lines).containsSubsequence("key a", "key enter", "key b");
    assertThat(lines).containsSubsequence("click at 7", "click at 1", "points 8");
    assertThat(lines).hasSize(9);
  }

  @LappetTest
  void aHandlerThatThrowsIsReportedAndTheNextOneRuns(TestFabric fabric)
      throws InterruptedException {
    Stage stage = new Stage(fabric);
    OneThreadForAll all = fabric.start(new WovenOneThreadForAll(fabric, stage));
    stage.play(() -> {
      all.clicks().send(-1);
      all.clicks().send(5);
    });
    fabric.settle();

    assertThat(stage.texts()).containsExactly("click at -1", "click at 5");
    assertThat(fabric.worker("OneThreadForAll.onClick").orElseThrow().failures())
        .isEqualTo(1);
  }
}
