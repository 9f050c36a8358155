package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Shop {
  abstract Gate closed();

  @WaitUntil("!closed") //! LAP007 //= @WaitUntil("closed")
  void enter() throws InterruptedException {}
}
