package io.lappet.internal.fabric;

import org.jspecify.annotations.Nullable;

/** One call of a confined object on its way through the mailbox. */
abstract class Letter {
  /** The one before or after it, as its mailbox needs it. */
  @Nullable
  Letter next;

  /** What the thread of the loop is there for meanwhile. */
  abstract Job job();

  /** Makes the call, on the loop; throws nothing but {@code Abandoned}. */
  abstract void open();

  /** It cannot be made because of {@code failure}. */
  abstract void fail(Throwable failure);

  /** Whether it takes up room in a mailbox that has a bound. */
  boolean takesRoom() {
    return false;
  }

  /**
   * It is not to be made because there is no room. Called for those that take up room.
   *
   * @return whether this call has settled that
   */
  boolean drop() {
    return false;
  }

  /** Whether it was settled without having been opened. */
  boolean isVoid() {
    return false;
  }
}
