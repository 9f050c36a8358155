package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Account.Books.class)
abstract class Account {
  @WaitUntil("opne") //! LAP007 //= @WaitUntil("open")
  void enter() {}

  @Shared
  interface Books {
    Gate open();
  }
}
