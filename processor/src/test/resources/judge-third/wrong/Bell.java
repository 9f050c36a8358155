// LAP206
package bell;

import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** Who rings takes the rope by hand; who waits for the bell holds it. */
@Woven
abstract class Bell {
  private int rung;

  abstract Mutex rope();

  abstract Gate noon();

  void ring() {
    rope().lock();
    try {
      rung++;
      if (rung == 12) {
        noon().open();
      }
    } finally {
      rope().unlock();
    }
  }

  @Synchronized(lock = "rope")
  int listen() throws InterruptedException { // here
    if (!noon().isOpen()) {
      noon().await(); // here
    }
    return rung;
  }
}
