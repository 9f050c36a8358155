package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  @Limit(permits = 3)
  abstract Permits seats();

  @WaitUntil("seats") //! LAP007 //= @Limit("seats")
  void sit() throws InterruptedException {}
}
