package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.concurrent.CompletableFuture;

@Woven(uses = Reader.Lanes.class)
abstract class Reader {
  @Shared
  interface Lanes {
    @Limit(permits = 2)
    Lane io();
  }

  int size() {
    return 1;
  }

  @Async(lane = "io")
  abstract CompletableFuture<Integer> sizeAsync();

  int total() throws InterruptedException {
    return sum(); //! LAP213
  }

  @Async(lane = "io")
  abstract Task<Integer> totalAsync();

  private int sum() throws InterruptedException {
    return tasks().submit("sum", () -> sizeAsync().join() + 1).join(); //= return sizeAsync().join();
  }

  abstract Fabric tasks();
}
