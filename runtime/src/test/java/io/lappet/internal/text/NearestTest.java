package io.lappet.internal.text;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NearestTest {
  @ParameterizedTest
  @CsvSource({"ordres, orders", "order, orders", "oders, orders", "orderss, orders", "rwa, raw"})
  void aSlipIsFound(String slip, String meant) {
    assertThat(Nearest.to(slip, List.of("something", meant))).contains(meant);
  }

  @ParameterizedTest
  @CsvSource({"a, b", "in, on", "raw, lines", "orders, borders-and-more"})
  void whatIsFarIsNotGuessed(String name, String other) {
    assertThat(Nearest.to(name, List.of(other))).isEmpty();
  }

  @Test
  void theNameItselfIsNoGuess() {
    assertThat(Nearest.to("orders", List.of("orders"))).isEmpty();
  }

  @Test
  void theNearestWins() {
    assertThat(Nearest.to("orders", List.of("ordering", "order"))).contains("order");
  }
}
