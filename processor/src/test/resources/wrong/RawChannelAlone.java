package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  abstract Channel orders(); //! LAP016 //= abstract Channel<String> orders();

  @Consumer(from = "orders")
  void ship(String order) {}
}
