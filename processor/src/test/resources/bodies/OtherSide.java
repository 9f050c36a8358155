package app;

import io.lappet.*;
import io.lappet.annotation.*;

@Woven(uses = Office.Desk.class)
abstract class Office {
  @Shared
  interface Desk {
    ChannelView<String> letters();
  }

  @Producer(to = "letters")
  String write() { //! LAP105
    return "Dear Sir";
  }
  //+ @Consumer(from = "letters") void read(String letter) {}
}
