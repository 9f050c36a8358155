package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  @Daemon
  @Synchronized
  private void watch() {} //! LAP002 //= void watch() {}
}
