package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Desk.Books.class)
class Desk {
  @Consumer(from = "orders")
  void bill(Integer order) {} //! LAP005 //= void bill(CharSequence order) {}

  @Shared
  interface Books {
    ChannelView<String> orders();
  }
}
