package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  abstract static class Base {
    @Limit(permits = 2)
    void add() {}
  }

  abstract static class Derived extends Base {
    //+ @Limit(permits = 2)
    @Override
    void add() {} //! LAP009

    @Synchronized
    void remove() {}
  }
}
