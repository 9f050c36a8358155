package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Reader.Desk.class)
abstract class Reader {
  @Shared
  interface Desk {
    Channel<String> letters();
  }

  @Consumer(from = "letters")
  void read(String letter) {} //! LAP105

  //+ static void deliver(Desk desk) throws InterruptedException { desk.letters().send("x"); }
}
