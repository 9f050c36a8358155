package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Desk.Books.class)
class Desk {
  @Producer(to = "orders")
  Integer next() { //! LAP005 //= String next() {
    return null;
  }

  @Shared
  interface Books {
    ChannelView<String> orders();
  }
}
