package io.lappet.examples.coroutines;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import org.assertj.core.api.Assertions;

class FetchThreeTest {
  @LappetTest(seeds = 20)
  void itTakesAsLongAsTheSlowest(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> Task.joinAll(fetch(fabric, stage, "3", "1", "2")));

    assertThat(stage.lines().subList(0, 3))
        .containsExactlyInAnyOrder("0 GET 3", "0 GET 1", "0 GET 2");
    assertThat(stage.lines().subList(3, 6))
        .containsExactly("1 1000 bytes from 1", "2 2000 bytes from 2", "3 3000 bytes from 3");
    assertThat(stage.now()).isEqualTo("3");
  }

  @LappetTest(seeds = 20)
  void afterHalfOfItOneHasEnded(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> {
      List<Task<Integer>> tasks = fetch(fabric, stage, "3", "1", "2");
      assertThat(Task.joinAll(tasks, Stage.UNIT.multipliedBy(3).dividedBy(2)))
          .containsExactly(tasks.get(1));
    });
  }

  @LappetTest(seeds = 20)
  void aFailureStaysWithItsTask(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> {
      List<Task<Integer>> tasks = Task.joinAll(fetch(fabric, stage, "3", "no number", "2"));
      assertThat(tasks.get(0).join()).isEqualTo(3000);
      Assertions.assertThatThrownBy(tasks.get(1)::join)
          .isInstanceOf(TaskFailedException.class)
          .hasCauseInstanceOf(NumberFormatException.class);
      assertThat(tasks.get(2).join()).isEqualTo(2000);
    });
  }

  private static List<Task<Integer>> fetch(TestFabric fabric, Stage stage, String... urls) {
    FetchThree.Web web = url -> {
      int units = Integer.parseInt(url);
      fabric.sleep(Stage.UNIT.multipliedBy(units));
      return new byte[units * 1000];
    };
    return new WovenFetchThree(fabric, web, stage).fetchAll(List.of(urls));
  }
}
