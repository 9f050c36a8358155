package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @Synchronized(lock = {"balance", "balance"}) //! LAP011 //= @Synchronized(lock = "balance")
  void deposit() {}

  @Synchronized(lock = "balance")
  void withdraw() {}
}
