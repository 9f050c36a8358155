package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Tally {
  private int seen;

  @ChannelSpec(capacity = 8)
  abstract Sender<String> votes();

  @Consumer(from = "votes")
  //+ @Synchronized
  void count(String vote) {
    seen++;
  }

  boolean isQuorate() {
    return seen >= 10; //! LAP210
  }

  @Synchronized
  @WaitUntil("isQuorate")
  void decide() throws InterruptedException {}
}
