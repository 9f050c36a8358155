package io.lappet.spi;

import io.lappet.Fabric;

/**
 * A fabric in front of another one that does the work. Whoever wraps a fabric implements this, so
 * that generated classes find the one behind; {@code TestFabric} does.
 */
public interface DelegatingFabric extends Fabric {
  /** The fabric that does the work, or another one in front of it. */
  Fabric delegate();
}
