package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Users {
  abstract Gate ready();

  @Async //= @Async("isReady")
  abstract Task<Gate> readyAsync(); //! LAP008 //= abstract Task<Boolean> readyAsync(); boolean isReady() { return ready().isOpen(); }
}
