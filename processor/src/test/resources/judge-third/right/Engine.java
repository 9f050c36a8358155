package junction;

import io.lappet.Gate;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.WaitUntil;
import io.lappet.annotation.Woven;

/** The gate of a signal is opened by a third class, which was given the signal. */
abstract class Engine {
  final Signal signal;

  Engine(Signal signal) {
    this.signal = signal;
  }

  @WaitUntil("signal.free")
  void go(Runnable drive) throws InterruptedException {
    drive.run();
  }
}

@Woven
abstract class Signal {
  abstract Gate free();
}

abstract class Keeper {
  private final Iterable<Signal> signals;

  Keeper(Iterable<Signal> signals) {
    this.signals = signals;
  }

  @PeriodicTimer(every = "30s")
  void change() {
    for (Signal signal : signals) {
      if (signal.free().isOpen()) {
        signal.free().close();
      } else {
        signal.free().open();
      }
    }
  }
}
