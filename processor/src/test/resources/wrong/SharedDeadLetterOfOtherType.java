package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Desk.Books.class)
class Desk {
  @Consumer(from = "orders")
  @OnError(deadLetter = "dead") //! LAP005 //= @OnError(deadLetter = "buried")
  void bill(String order) {}

  @Shared
  interface Books {
    ChannelView<String> orders();

    ChannelView<String> dead();

    ChannelView<DeadLetter<String>> buried();
  }
}
