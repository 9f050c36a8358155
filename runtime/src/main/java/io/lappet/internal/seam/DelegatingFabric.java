package io.lappet.internal.seam;

import io.lappet.Fabric;

/** How a fabric that is controlled by somebody else shows the one that does the work. */
public interface DelegatingFabric {
  /** The fabric behind this one. */
  Fabric delegate();
}
