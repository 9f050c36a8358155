package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;

@Woven(confined = true)
abstract class Loop {
  private final BlockingQueue<String> queue = new LinkedBlockingQueue<>();

  @PeriodicTimer(every = "1s")
  void look() throws InterruptedException {
    String next = queue.take(); //! LAP204 //= String next = queue.poll();
    if (next == null) throw new InterruptedException();
  }
}
