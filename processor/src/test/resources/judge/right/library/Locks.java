// shared locks, always in the same order, also through an interface and a base class
package library;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;

@Shared
public interface Locks {
  Mutex shelves();

  Mutex readers();
}
