package app;

import io.lappet.*;
import io.lappet.annotation.*;

/** All tasks of a lane with one thread take turns. */
abstract class CountedOnOneThread {
  private int count;

  @Limit(permits = 1)
  abstract Lane turns();

  void add(int more) {
    count += more;
  }

  @Async(lane = "turns")
  abstract Task<Void> addAsync(int more);

  int count() {
    return count;
  }

  @Async(lane = "turns")
  abstract Task<Integer> countAsync();

  void addTwice() {
    for (int i = 0; i < 2; i++) {
      turns().submit(() -> count++);
    }
  }

  @Daemon
  void serve() throws InterruptedException {
    addAsync(1).join();
    addTwice();
  }
}
