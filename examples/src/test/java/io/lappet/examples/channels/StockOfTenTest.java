package io.lappet.examples.channels;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;

class StockOfTenTest {
  private static final Duration TWO = Stage.UNIT.multipliedBy(2);
  private static final Duration TEN = Stage.UNIT.multipliedBy(10);

  @LappetTest(seeds = 50)
  void fiveThreadsMakeProgress(TestFabric fabric) {
    Stage stage = play(fabric, TWO, TWO, 20);

    assertThat(stage.timesOf("added")).hasSizeGreaterThanOrEqualTo(15);
    assertThat(stocks(stage)).allMatch(stock -> stock >= 1 && stock <= 10);
  }

  @LappetTest(seeds = 50)
  void withSlowConsumersTheStockIsFullAndProducersWaitForRoom(TestFabric fabric) {
    Stage stage = play(fabric, TWO, TEN, 60);

    assertThat(stocks(stage)).allMatch(stock -> stock >= 1 && stock <= 10).contains(10);
    List<String> whenFull = stage.timesOf("added").stream()
        .filter(at -> Integer.parseInt(at) > 14) // from then on both producers wait
        .toList();
    assertThat(whenFull).isNotEmpty().isSubsetOf(stage.timesOf("taken"));
  }

  @LappetTest(seeds = 50)
  void withSlowProducersTheStockIsLowAndConsumersWaitForMore(TestFabric fabric) {
    Stage stage = play(fabric, TEN, TWO, 60);

    assertThat(stocks(stage)).allMatch(stock -> stock >= 1 && stock <= 3);
    assertThat(stage.timesOf("taken")).isNotEmpty().isSubsetOf(stage.timesOf("added"));
  }

  private static Stage play(TestFabric fabric, Duration making, Duration using, int units) {
    Stage stage = new Stage(fabric);
    fabric.start(new WovenStockOfTen(fabric, making, using, stage));
    fabric.advance(Stage.UNIT.multipliedBy(units));
    return stage;
  }

  private static List<Integer> stocks(Stage stage) {
    return stage.texts().stream()
        .map(text -> Integer.valueOf(text.substring(text.lastIndexOf(' ') + 1)))
        .toList();
  }
}
