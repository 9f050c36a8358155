package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  abstract Mutex orders(); //! LAP011 //=

  @Synchronized(lock = "orders", key = "order")
  void place(String order) {}

  @Synchronized(lock = "orders", key = "order")
  void drop(String order) {}
}
