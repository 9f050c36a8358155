package io.lappet.internal.fabric;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/** The times of day at which something runs. */
public interface Calendar {
  /** The first time after {@code instant}; null if there is none. */
  @Nullable
  Instant after(Instant instant);
}
