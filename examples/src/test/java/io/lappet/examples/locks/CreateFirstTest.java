package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Task;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.function.Function;

class CreateFirstTest {
  private static final List<List<Function<CreateFirst, Task<Void>>>> ORDERS = List.of(
      List.of(CreateFirst::createAsync, CreateFirst::setAsync, CreateFirst::printAsync),
      List.of(CreateFirst::createAsync, CreateFirst::printAsync, CreateFirst::setAsync),
      List.of(CreateFirst::setAsync, CreateFirst::createAsync, CreateFirst::printAsync),
      List.of(CreateFirst::setAsync, CreateFirst::printAsync, CreateFirst::createAsync),
      List.of(CreateFirst::printAsync, CreateFirst::createAsync, CreateFirst::setAsync),
      List.of(CreateFirst::printAsync, CreateFirst::setAsync, CreateFirst::createAsync));

  @LappetTest(seeds = 20)
  void whoStartsFirstDoesNotMatter(TestFabric fabric) throws InterruptedException {
    for (List<Function<CreateFirst, Task<Void>>> order : ORDERS) {
      Stage stage = new Stage(fabric);
      CreateFirst program = new WovenCreateFirst(fabric, stage);

      stage.play(() ->
          Task.all(order.stream().map(start -> start.apply(program)).toList()).join());

      assertThat(stage.lines())
          .isIn(
              List.of("0 created [0, 0, 0]", "0 set", "0 print [1, 1, 1]"),
              List.of("0 created [0, 0, 0]", "0 print [0, 0, 0]", "0 set"));
    }
  }

  @LappetTest(seeds = 20)
  void nobodyLooksAgainBeforeSomethingHasChanged(TestFabric fabric) {
    Counting program = new Counting(fabric, new Stage(fabric));
    program.setAsync();
    program.printAsync();
    fabric.settle();
    int looks = program.looks;

    fabric.advance(Duration.ofDays(1));

    assertThat(program.looks).isEqualTo(looks);
    program.create();
    fabric.settle();
    assertThat(fabric.tasks()).isEmpty();
  }

  /** Counts how often the guard is asked; one thread runs at a time. */
  private static final class Counting extends WovenCreateFirst {
    private int looks;

    Counting(TestFabric fabric, Stage stage) {
      super(fabric, stage);
    }

    @Override
    boolean created() {
      looks++;
      return super.created();
    }
  }
}
