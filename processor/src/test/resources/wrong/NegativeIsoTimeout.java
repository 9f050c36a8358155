package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(timeout = "PT-5S") //! LAP010 //= @Synchronized(timeout = "PT5S")
  void deposit() {}
}
