package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Loop {
  abstract Channel<String> lines();

  @PeriodicTimer(every = "1s")
  void look() throws InterruptedException {
    String next = lines().receive(); //! LAP204 //= String next = lines().tryReceive().orElse("");
    if (next == null) throw new InterruptedException();
    if (lines().trySend(next)) return;
  }
}
