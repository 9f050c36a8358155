package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  @Synchronized(lock = {"a", "b"}, read = true) //! LAP011 //= @Synchronized(lock = {"a", "b"})
  void look() {}

  @Synchronized(lock = {"a", "b"})
  void change() {}
}
