package io.lappet.processor.body.check;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;

/** Which nodes of a graph reach each other. */
class ComponentsTest {
  private final Components<String> graph = new Components<>();

  @Test
  void aLineHasNoGroups() {
    graph.edge("a", "b");
    graph.edge("b", "c");
    graph.edge("a", "c");

    assertThat(graph.groups()).isEmpty();
  }

  @Test
  void circlesThatShareANodeAreOneGroup() {
    graph.edge("a", "b");
    graph.edge("b", "a");
    graph.edge("b", "c");
    graph.edge("c", "b");
    graph.edge("c", "d");

    assertThat(graph.groups()).containsExactly(Set.of("a", "b", "c"));
  }

  @Test
  void aNodeAloneCountsIfItReachesItself() {
    graph.edge("a", "a");
    graph.edge("a", "b");

    assertThat(graph.groups()).containsExactly(Set.of("a"));
  }

  @Test
  void aLongChainDoesNotOverflowTheStack() {
    int length = 100_000;
    for (int i = 0; i < length; i++) {
      graph.edge("n" + i, "n" + (i + 1));
    }
    graph.edge("n" + length, "n0");

    assertThat(graph.groups())
        .singleElement()
        .satisfies(group -> assertThat(group).hasSize(length + 1));
  }
}
