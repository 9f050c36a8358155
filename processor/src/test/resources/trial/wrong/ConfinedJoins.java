package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(confined = true)
abstract class Loop {
  abstract Fabric fabric();

  @Async
  abstract Task<Integer> sumAsync();

  int sum() {
    Task<Integer> part = fabric().submit("part", () -> 1);
    return part.join(); //! LAP204 //= return part.isDone() ? 1 : 0;
  }
}
