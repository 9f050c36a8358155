package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  abstract static class Base {
    @Synchronized
    void add() {}
  }

  abstract static class Derived extends Base {
    //+ @Synchronized
    @Override
    void add() {} //! LAP009

    @Synchronized
    void remove() {}
  }
}
