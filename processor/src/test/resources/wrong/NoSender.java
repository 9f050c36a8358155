package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Pipeline { //= abstract class Pipeline {
  //+ abstract Sender<String> orders();

  @Consumer(from = "orders") //! LAP006
  void ship(String order) {}
}
