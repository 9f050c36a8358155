package io.lappet.internal.fabric;

import org.jspecify.annotations.Nullable;

/** Something that a loop is to do, and a link of the chain in which it waits for that. */
abstract class Letter {
  /** The one before or after it, as its queue needs it. */
  @Nullable
  Letter next;

  /** Does it, on the loop; throws nothing but {@code Abandoned}. */
  abstract void open(LoopCore.Stint stint);

  /** It cannot be done because of {@code failure}. */
  abstract void refuse(Throwable failure);
}
