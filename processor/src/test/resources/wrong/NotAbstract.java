package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Book { //= abstract class Book {
  @Synchronized(lock = "orders")
  void place() {} //! LAP001

  @Synchronized(lock = "orders")
  void cancel() {}
}
