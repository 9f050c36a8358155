package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(lock = "") //! LAP004 //= @Synchronized
  void deposit(long amount) {}
}
