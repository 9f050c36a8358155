package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;

class OneLockTest {
  @LappetTest(seeds = 50)
  void eachGetsTheLockWhenTheOneBeforeHasGivenItBack(TestFabric fabric)
      throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenOneLock(fabric, Stage.UNIT, stage).run());

    assertThat(stage.timesOf("wants the lock")).containsExactly("0", "0", "0");
    assertThat(stage.timesOf("gets the lock")).containsExactly("0", "2", "4");
    assertThat(stage.timesOf("gives it back")).containsExactly("2", "4", "6");
    assertThat(stage.lines()).endsWith("6 counter 3");

    List<String> inside = stage.texts(text -> text.contains("gets") || text.contains("gives"));
    for (int i = 0; i < inside.size(); i += 2) {
      String name = inside.get(i).substring(0, inside.get(i).indexOf(' '));
      assertThat(inside.subList(i, i + 2))
          .containsExactly(name + " gets the lock", name + " gives it back");
    }
  }
}
