package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized
  @OnError(retries = 3) //! LAP011 //=
  void deposit() {}
}
