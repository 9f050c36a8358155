package io.lappet.examples.calls;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.NoSuchElementException;
import org.assertj.core.api.Assertions;

class BookshopTest {
  @LappetTest(seeds = 20)
  void whoAsksWaits(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenBookshop(fabric, Stage.UNIT, stage).ask("Emma"));

    assertThat(stage.lines()).containsExactly("2 Emma: shelf 3", "2 other work");
  }

  @LappetTest(seeds = 20)
  void whoIsCalledDoesOtherWork(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(
        () -> new WovenBookshop(fabric, Stage.UNIT, stage).askToBeCalled("Emma").join());
    fabric.settle();

    assertThat(stage.lines()).containsExactly("0 other work", "2 Emma: shelf 3");
  }

  @LappetTest(seeds = 20)
  void aFailureReachesWhoeverAsked(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> {
      Bookshop shop = new WovenBookshop(fabric, Stage.UNIT, stage);
      Assertions.assertThatThrownBy(() -> shop.ask("Ulysses"))
          .isInstanceOf(NoSuchElementException.class);
      shop.askToBeCalled("Ulysses");
    });
    fabric.close();

    assertThat(stage.lines()).containsExactly("2 other work", "4 sorry, no book Ulysses");
  }
}
