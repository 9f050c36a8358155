package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.AbstractList;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.RepeatedTest;

class AllZerosOrAllOnesTest {
  @LappetTest(seeds = 20)
  void itIsNeverSeenHalfDone(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenAllZerosOrAllOnes(fabric, new SlowList(fabric), stage).run());

    requireAllOrNothing(stage.texts());
  }

  @RepeatedTest(20)
  void itIsNeverSeenHalfDoneByThreadsThatRunAtOnce() {
    List<String> printed = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenAllZerosOrAllOnes(fabric, zeros(), printed::add).run();
    }

    requireAllOrNothing(printed);
  }

  private static List<Integer> zeros() {
    return new ArrayList<>(Collections.nCopies(1000, 0));
  }

  private static void requireAllOrNothing(List<String> printed) {
    assertThat(printed).hasSize(100);
    assertThat(printed).allMatch(line -> line.equals("0 ones") || line.equals("1000 ones"));
    assertThat(printed).isSorted(); // once set, for good
  }

  /** Lets others run now and then, in the middle of a loop. */
  private static final class SlowList extends AbstractList<Integer> {
    private final TestFabric fabric;
    private final List<Integer> numbers = zeros();

    SlowList(TestFabric fabric) {
      this.fabric = fabric;
    }

    @Override
    public Integer get(int index) {
      pauseAt(index);
      return numbers.get(index);
    }

    @Override
    public Integer set(int index, Integer number) {
      pauseAt(index);
      return numbers.set(index, number);
    }

    @Override
    public int size() {
      return numbers.size();
    }

    private void pauseAt(int index) {
      if (index % 250 == 100) {
        try {
          fabric.sleep(Duration.ofMillis(1));
        } catch (InterruptedException e) {
          throw new AssertionError(e);
        }
      }
    }
  }
}
