package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Orders {
  @Synchronized(lock = {"a", "b"}, key = "order") //! LAP011 //= @Synchronized(lock = {"a", "b"})
  void place(String order) {}

  @Synchronized(lock = {"a", "b"}) //=
  void clear() {}
  //+ @Synchronized(lock = {"a", "b"}) void wipe() {}
}
