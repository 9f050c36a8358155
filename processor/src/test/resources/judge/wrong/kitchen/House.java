// LAP207
package kitchen;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** Who works in the kitchen has its key. Anybody may put a plate on the counter, so it is no deadlock. */
@Shared
public interface House {
  Mutex kitchen();
}
