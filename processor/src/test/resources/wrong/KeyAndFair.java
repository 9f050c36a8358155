package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  @Synchronized(key = "order", fair = true) //! LAP011 //= @Synchronized(key = "order")
  void place(String order) {}
}
