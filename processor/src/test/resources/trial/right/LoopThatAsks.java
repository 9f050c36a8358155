package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Loop {
  private int pending;

  abstract Fabric fabric();

  @Async
  abstract void startAsync();

  @Async
  abstract void doneAsync(int result);

  void start() {
    pending++;
    fabric().submit("slow", () -> {
      Thread.sleep(10);
      doneAsync(1);
      return null;
    });
  }

  void done(int result) {
    pending -= result;
  }
}
