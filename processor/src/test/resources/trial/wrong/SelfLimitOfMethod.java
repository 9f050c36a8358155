package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Walk {
  @Limit(permits = 1) //=
  int depth(int n) throws InterruptedException {
    return n == 0 ? 0 : 1 + depth(n - 1); //! LAP213
  }

  @Limit(permits = 2)
  int other() throws InterruptedException {
    return 1;
  }
}
