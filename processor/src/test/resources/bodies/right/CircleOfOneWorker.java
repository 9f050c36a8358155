package app;

import io.lappet.*;
import io.lappet.annotation.*;

/** One worker takes the locks in both orders, and nobody else does. */
abstract class Sweeper {
  private int old;
  private int young;

  @PeriodicTimer(every = "1s")
  void sweep() {
    age();
    drop();
  }

  @Synchronized(lock = "young")
  void age() {
    young--;
    addOld();
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

  @Synchronized(lock = "old")
  public int old() {
    return old;
  }

  @Synchronized(lock = "young")
  public int young() {
    return young;
  }
}
