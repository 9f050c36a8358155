package wiki;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** What the wiki locks, always from the first to the last. */
@Shared
public interface Locks {
  Mutex pages();

  Mutex links();
}
