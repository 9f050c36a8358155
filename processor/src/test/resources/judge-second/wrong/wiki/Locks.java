package wiki;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** What the wiki locks. */
@Shared
public interface Locks {
  Mutex pages();

  Mutex links();

  Mutex search();
}
