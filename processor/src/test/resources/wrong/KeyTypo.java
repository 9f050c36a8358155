package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  record Order(String customer) {}

  @Synchronized(
      lock = "order",
      key = "order.custmer") //! LAP004 //= key = "order.customer")
  void place(Order order) {}

  @Synchronized(lock = "order", key = "customer")
  void cancel(String customer) {}
}
