package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  @Synchronized(key = "oder") //! LAP004 //= @Synchronized(key = "order")
  void place(String order) {}
}
