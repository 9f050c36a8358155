package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Crossing {
  abstract Gate green(); //! LAP212

  @Daemon
  void cross() throws InterruptedException {
    green().await();
  }

  void turn() {
    green().close(); //= green().open();
  }
}
