package io.lappet.examples.locks;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.stream.IntStream;

class CoffeeMachinesTest {
  private static final String SECOND = "a second machine";

  @LappetTest(seeds = 50)
  void oneMachineTakesTenUnitsAndTwoTakeFive(TestFabric fabric) throws InterruptedException {
    Stage stage = new Stage(fabric);

    stage.play(() -> new WovenCoffeeMachines(fabric, Stage.UNIT, stage).run());

    assertThat(stage.timesOf(SECOND)).containsExactly("10");
    assertThat(stage.now()).isEqualTo("15");
    assertThat(stage.timesOf("has coffee"))
        .containsExactly(
            "1", "2", "3", "4", "5", "6", "7", "8", "9", "10", // one machine
            "11", "11", "12", "12", "13", "13", "14", "14", "15", "15"); // two
    List<String> texts = stage.texts();
    int half = texts.indexOf(SECOND);
    assertThat(mostAtOnce(texts.subList(0, half))).isEqualTo(1);
    assertThat(mostAtOnce(texts.subList(half + 1, texts.size()))).isEqualTo(2);
  }

  private static int mostAtOnce(List<String> texts) {
    return IntStream.rangeClosed(1, texts.size())
        .map(end ->
            count(texts.subList(0, end), "begins") - count(texts.subList(0, end), "has coffee"))
        .max()
        .orElse(0);
  }

  private static int count(List<String> texts, String part) {
    return (int) texts.stream().filter(text -> text.contains(part)).count();
  }
}
