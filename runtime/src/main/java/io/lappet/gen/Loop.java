package io.lappet.gen;

/** The loop of a confined object. */
public final class Loop {
  Loop() {}

  /**
   * Refuses a call that does not come from the loop.
   *
   * @param call what was called, for instance {@code Cart.add(Item)}
   * @throws io.lappet.ConfinementException if another thread calls
   */
  public void require(String call) {
    throw new UnsupportedOperationException("not yet");
  }
}
