package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Desk.Books.class)
class Desk {
  @Consumer(from = "ledger") //! LAP004 //= @Consumer(from = "orders")
  void bill(String order) {}

  @Shared
  interface Books {
    Mutex ledger();

    Channel<String> orders();
  }
}
