package io.lappet.examples.threads;

import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.Fabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** How long it takes is for a quiet machine; here, what comes out. */
class OnAllProcessorsTest {
  @Test
  void twoComeToTheSameResult() {
    List<String> lines = new CopyOnWriteArrayList<>();

    try (Fabric fabric = Fabric.create()) {
      new WovenOnAllProcessors(fabric, 1000, lines::add).run();
    }

    assertThat(lines).hasSize(2).startsWith("one: 168, two: [168, 168]");
  }
}
