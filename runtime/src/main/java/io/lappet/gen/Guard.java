package io.lappet.gen;

import java.util.function.BooleanSupplier;

/**
 * A condition without parameters that callers of a {@link Monitor} wait for. Made by {@link
 * Monitor#guard}; those who wait for the same guard wait together.
 */
public final class Guard {
  final BooleanSupplier condition;

  Guard(BooleanSupplier condition) {
    this.condition = condition;
  }
}
