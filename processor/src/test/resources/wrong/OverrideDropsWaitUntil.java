package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Family {
  abstract static class Base {
    abstract Gate ready();

    @WaitUntil("ready")
    void add() {}
  }

  abstract static class Derived extends Base {
    //+ @WaitUntil("ready")
    @Override
    void add() {} //! LAP009

    @Synchronized
    void remove() {}
  }
}
