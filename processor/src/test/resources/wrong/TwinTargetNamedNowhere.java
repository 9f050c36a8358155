package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Async("fetch") //! LAP004
  abstract Task<String> later(String id); //+ String fetch(String id) { return id; }
}
