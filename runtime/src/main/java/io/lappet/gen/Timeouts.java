package io.lappet.gen;

import io.lappet.Fabric;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.FabricCore;
import java.time.Duration;

/** How long calls wait for the locks and permits of objects that only wait through a fabric. */
public final class Timeouts {
  private Timeouts() {}

  /**
   * The time that is configured in {@code fabric}, or what was declared.
   *
   * @param method with the name of its component, for instance {@code Account.withdraw}
   * @throws io.lappet.WiringException if that is no duration
   */
  public static Duration of(Fabric fabric, String method, Duration declared) {
    return of(fabric, method, "timeout", declared);
  }

  /** The same for a method that waits for several things, each with an element of its own. */
  public static Duration of(Fabric fabric, String method, String element, Duration declared) {
    Tuning tuning = FabricCore.of(fabric).configuration().of(method);
    return tuning == null ? declared : tuning.duration(element, declared);
  }
}
