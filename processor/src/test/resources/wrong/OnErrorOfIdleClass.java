package app;

import io.lappet.*;
import io.lappet.annotation.*;

@OnError(retries = 3) //! LAP011 //=
abstract class Account {
  @Synchronized
  void deposit() {}
}
