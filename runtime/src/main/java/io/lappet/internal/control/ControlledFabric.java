package io.lappet.internal.control;

import io.lappet.Fabric;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Probe;
import io.lappet.internal.seam.Seam;

/** Fabrics whose time and order somebody else controls. */
public final class ControlledFabric {
  private ControlledFabric() {}

  /** Makes a fabric that waits through {@code seam}. */
  public static Fabric on(Seam seam, Fabric.Builder builder) {
    return FabricCore.on(seam, builder);
  }

  /** Makes a fabric that waits through {@code seam}, and tells {@code probe} what happens. */
  public static Fabric on(Seam seam, Fabric.Builder builder, Probe probe) {
    return FabricCore.on(seam, builder, probe);
  }

  /** Tells those in {@code fabric} who wait for a time of day that somebody has set the clock. */
  public static void clockWasSet(Fabric fabric) {
    FabricCore.of(fabric).wallClockWasSet();
  }
}
