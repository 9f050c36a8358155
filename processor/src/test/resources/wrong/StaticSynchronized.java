package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Book {
  @Synchronized
  static void place() {} //! LAP002 //= void place() {}
}
