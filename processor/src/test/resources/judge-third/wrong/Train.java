// LAP212
package rail;

import io.lappet.Gate;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;

/** A train waits for the signal of its track; it is only ever closed. */
abstract class Train {
  final Signal signal;

  Train(Signal signal) {
    this.signal = signal;
  }

  @WaitUntil("signal.free")
  void go(Runnable drive) throws InterruptedException { // here
    drive.run();
    signal.occupy();
  }
}

@Woven
abstract class Signal {
  abstract Gate free(); // here

  void occupy() {
    free().close();
  }
}
