package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Door {
  abstract Gate open();

  @Synchronized(lock = "open") //! LAP004 //= @Synchronized(lock = "door")
  void pass() {}

  @Synchronized(lock = "door")
  void shut() {}

  @Synchronized(lock = "door")
  void paint() {}
}
