package tower;

import io.lappet.Gate;
import io.lappet.Mutex;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;

/** Opens the gate after the rope is given back; who waits does so before it takes the rope. */
@Woven
abstract class Tower {
  private int rung;

  abstract Mutex rope();

  abstract Gate noon();

  void ring() {
    boolean isNoon;
    rope().lock();
    try {
      rung++;
      isNoon = rung == 12;
    } finally {
      rope().unlock();
    }
    if (isNoon) {
      noon().open();
    }
  }

  @WaitUntil("noon")
  @Synchronized(lock = "rope")
  int listen() throws InterruptedException {
    return rung;
  }

  @Synchronized(lock = "rope")
  void reset() {
    rung = 0;
    noon().close();
  }
}
