package io.lappet.examples.gates;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.examples.Stage;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.time.Duration;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;

class TrafficLightTest {
  private static final Duration TICK = Duration.ofMillis(100);
  private static final List<String> NAMES = List.of("red car", "blue car", "white car");

  @LappetTest(seeds = 50)
  void isGreenForSixAndRedForFive(TestFabric fabric) {
    TrafficLight light = fabric.start(TrafficLight.green(fabric));

    StringBuilder seen = new StringBuilder();
    for (int i = 0; i < 26; i++) {
      fabric.settle();
      seen.append(light.green().isOpen() ? 'G' : 'r');
      fabric.advance(TICK);
    }

    assertThat(seen).hasToString("GGGGGGrrrrrGGGGGGrrrrrGGGG");
  }

  @LappetTest(seeds = 50)
  void everyCarStopsOncePerRedPhaseAndStartsWithGreen(TestFabric fabric) {
    Stage stage = new Stage(fabric, TICK);
    TrafficLight light = TrafficLight.green(fabric);
    for (String name : NAMES) {
      new WovenCar(fabric, name, light, TICK, stage);
    }
    fabric.start();
    fabric.advance(TICK.multipliedBy(26));

    for (String name : NAMES) {
      List<String> waits = stage.timesOf(name + " waits");
      assertThat(waits).hasSize(2);
      assertThat(waits.get(0)).isIn("6", "7"); // at 6 it may be quicker than the light
      assertThat(waits.get(1)).isIn("17", "18");
      assertThat(stage.timesOf(name + " starts")).containsExactly("11", "22");
      assertThat(stage.timesOf(name + " is running"))
          .containsExactlyElementsOf(
              Stream.of(units(0, waits.get(0)), units(11, waits.get(1)), units(22, "27"))
                  .flatMap(List::stream)
                  .toList());
    }
  }

  /** From {@code begin} to the last before {@code end}. */
  private static List<String> units(int begin, String end) {
    return IntStream.range(begin, Integer.parseInt(end))
        .mapToObj(Integer::toString)
        .toList();
  }
}
