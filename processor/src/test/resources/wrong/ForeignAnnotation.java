package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Account {
  @interface Other {
    @interface Synchronized {}
  }

  @Synchronized
  void deposit() {}

  @Other.Synchronized //! LAP014 //= @Synchronized
  void withdraw() {}
}
