package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Poller {
  private int polls;

  abstract Fabric fabric();

  @Synchronized(lock = "polls") //= // Sleeps without the lock.
  void poll() throws InterruptedException {
    pause(); //! LAP207
    count();
  }

  private void pause() throws InterruptedException {
    fabric().sleep(Duration.ofSeconds(1));
  }

  @Synchronized(lock = "polls")
  void count() {
    polls++;
  }

  @Synchronized(lock = "polls")
  int polls() {
    return polls;
  }
}
