package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class CountedOnTwoThreads {
  private int count;

  @Limit(permits = 2) //= @Limit(permits = 1)
  abstract Lane turns();

  void add(int more) {
    count += more; //! LAP201
  }

  @Async(lane = "turns")
  abstract Task<Void> addAsync(int more);
}
