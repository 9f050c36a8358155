package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  final String customer = "me";

  @Synchronized(key = "customer") //! LAP004 //= @Synchronized
  void place(String order) {}
}
