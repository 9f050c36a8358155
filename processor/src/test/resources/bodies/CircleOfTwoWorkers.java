package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Sweeper {
  private int old;
  private int young;

  @PeriodicTimer(every = "1s")
  void sweep() {
    age();
    drop();
  }

  @PeriodicTimer(every = "1m") void clear() { drop(); } //= // Nobody else.

  @Synchronized(lock = "young")
  void age() {
    young--;
    addOld(); //! LAP202
  }

  @Synchronized(lock = "old")
  void addOld() {
    old++;
  }

  @Synchronized(lock = "old")
  void drop() {
    old--;
    addYoung();
  }

  @Synchronized(lock = "young")
  void addYoung() {
    young++;
  }
}
