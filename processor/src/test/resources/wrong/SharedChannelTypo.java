package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Desk.Books.class)
class Desk {
  @Consumer(from = "ordres") //! LAP006 //= @Consumer(from = "orders")
  void bill(String order) {}

  @Shared
  interface Books {
    ChannelView<String> orders();
  }
}
