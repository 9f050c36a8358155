package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  @Async
  abstract Task<String> loadAsync(String id); //! LAP008 //+ String load(String id) { return id; }
}
