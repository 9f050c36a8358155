package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  record Order(String customer) {}

  @Synchronized(key = "order.client") //! LAP004 //= @Synchronized(key = "order.customer")
  void place(Order order) {}
}
