package io.lappet.internal.control;

import io.lappet.Fabric;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Seam;

/** A fabric whose time and order somebody else controls, in front of the one that does the work. */
public interface ControlledFabric extends Fabric {
  /** Makes a fabric that waits through {@code seam}. */
  static Fabric on(Seam seam, Fabric.Builder builder) {
    return FabricCore.on(seam, builder);
  }

  /** The fabric that does the work. */
  Fabric delegate();
}
