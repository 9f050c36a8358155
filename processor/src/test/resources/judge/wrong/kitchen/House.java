// LAP206
package kitchen;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** Who works in the kitchen has its key. */
@Shared
public interface House {
  Mutex kitchen();
}
