// LAP202
package books;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

/** The locks of the shop. */
@Shared
public interface Books {
  Mutex ledger();

  Mutex orders();
}
