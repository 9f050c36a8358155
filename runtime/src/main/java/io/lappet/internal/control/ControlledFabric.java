package io.lappet.internal.control;

import io.lappet.Fabric;
import io.lappet.internal.fabric.FabricCore;
import io.lappet.internal.seam.Seam;
import java.util.function.Consumer;

/** Fabrics whose time and order somebody else controls. */
public final class ControlledFabric {
  private ControlledFabric() {}

  /** Makes a fabric that waits through {@code seam}. */
  public static Fabric on(Seam seam, Fabric.Builder builder) {
    return FabricCore.on(seam, builder);
  }

  /**
   * Makes a fabric that waits through {@code seam}, and looks at what its threads keep.
   *
   * @param leaks is told after whose call which thread keeps what, by that thread
   * @param disorder is told of locks that are taken in one order and in another, by the thread that
   *     does so
   */
  public static Fabric on(
      Seam seam, Fabric.Builder builder, Consumer<String> leaks, Consumer<String> disorder) {
    return FabricCore.on(seam, builder, leaks, disorder);
  }
}
