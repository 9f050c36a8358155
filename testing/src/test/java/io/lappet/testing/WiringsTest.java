package io.lappet.testing;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;

/**
 * A test of one line over several modules. What their compilations would have left lies beside this
 * class: one module in which both orders can be seen does not compile.
 */
class WiringsTest {
  @Test
  void classesThatTakeLocksInOneOrderFitTogether() {
    assertThatCode(() -> Wirings.assertWiring(WovenWiringsLeft.class)).doesNotThrowAnyException();
  }

  @Test
  void aCircleOverSeveralModulesIsToldWithBothWays() {
    assertThatThrownBy(() -> Wirings.assertWiring(WovenWiringsLeft.class, WovenWiringsRight.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Books.ledger -> Books.orders -> Books.ledger")
        .hasMessageContaining("Left.first() holds \"ledger\"")
        .hasMessageContaining("Right.first() holds \"orders\"")
        .hasMessageEndingWith("(LAP301)");
  }

  @Test
  void aClassWithoutAFileIsNotTakenForOneThatFits() {
    assertThatThrownBy(() -> Wirings.assertWiring(WovenWiringsNothing.class))
        .isInstanceOf(AssertionError.class)
        .hasMessageStartingWith("Nothing is known of io.lappet.testing.WiringsNothing:");
  }

  @Test
  void whatIsNotGeneratedIsRefused() {
    assertThatThrownBy(() -> Wirings.assertWiring(WiringsLeft.class))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("give the class whose name begins with Woven");
    assertThatThrownBy(Wirings::assertWiring)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("No class is given");
  }
}

abstract class WiringsLeft {}

final class WovenWiringsLeft extends WiringsLeft {}

abstract class WiringsRight {}

final class WovenWiringsRight extends WiringsRight {}

abstract class WiringsNothing {}

final class WovenWiringsNothing extends WiringsNothing {}
