package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline {
  @Producer(to = "orders") //! LAP017
  String next() {
    return null;
  }

  //+ @Consumer(from = "orders") void ship(String order) {}
}
