package io.lappet.examples.context;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

class EachItsOwnTest {
  @Test
  void eachThreadBeginsAfresh() {
    List<String> lines = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenEachItsOwn(fabric, lines::add).run();
    }

    assertThat(lines)
        .containsExactly(
            "main: {name=main}",
            "first: {}",
            "first: {name=first, of=first alone}",
            "second: {}",
            "second: {name=second, of=second alone}",
            "main: {name=main}");
  }
}
