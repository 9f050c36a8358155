package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Forks {
  private int meals;

  @Synchronized(lock = "a")
  void first() {
    second(); //! LAP202
  }

  @Synchronized(lock = "b")
  void second() {
    meals++;
  }

  @Synchronized(lock = "b")
  void third() {
    fourth();
  }

  @Synchronized(lock = "c")
  void fourth() {
    meals++;
  }

  @Synchronized(lock = "c")
  void fifth() {
    sixth(); //=
  }

  @Synchronized(lock = "a")
  void sixth() {
    meals++;
  }
}
