package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Loop {
  @Async
  abstract void handleAsync();

  void handle() throws InterruptedException {
    slow();
  }

  private void slow() throws InterruptedException {
    Thread.sleep(100); //! LAP204 //= if (Thread.interrupted()) throw new InterruptedException();
  }
}
