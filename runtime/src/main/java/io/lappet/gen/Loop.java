package io.lappet.gen;

import io.lappet.internal.fabric.LoopCore;

/** The loop of a confined object. */
public final class Loop {
  final LoopCore core;

  Loop(LoopCore core) {
    this.core = core;
  }

  /**
   * Refuses a call that does not come from the loop.
   *
   * @param call what was called, for instance {@code Cart.add(Item)}
   * @throws io.lappet.ConfinementException if another thread calls
   */
  public void require(String call) {
    core.require(call);
  }
}
