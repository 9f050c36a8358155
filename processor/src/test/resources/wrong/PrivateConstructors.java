package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Single { //! LAP015
  private Single() {} //= Single() {}

  @Synchronized
  void use() {}
}
