// LAP202
package plugins;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** What all plug-ins share. */
@Shared
public interface Registry {
  Mutex names();

  Mutex state();
}
