// LAP212
package ferries;

import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** A gate that all wait for and nobody opens. */
@Shared
interface Port {
  Gate tide(); // here

  Mutex pier();
}
