package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Db {
  @Limit(permits = 1)
  abstract Permits readers();

  @Limit(permits = 1)
  abstract Permits writers();

  @Limit("readers")
  int query() throws InterruptedException {
    return count();
  }

  @Limit("writers")
  int count() throws InterruptedException {
    return 1;
  }
}
