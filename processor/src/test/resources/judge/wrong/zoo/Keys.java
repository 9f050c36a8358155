// LAP206
package zoo;

import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** What keepers share. */
@Shared
interface Keys {
  Mutex cage();

  Gate fed();
}
