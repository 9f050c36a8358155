package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Gated {
  private int value;

  @Synchronized(lock = "gate")
  void one() {
    first();
  }

  @Synchronized(lock = "a")
  void first() {
    second();
  }

  @Synchronized(lock = "b")
  void second() {
    value++;
  }

  @Synchronized(lock = "gate")
  void two() {
    third();
  }

  @Synchronized(lock = "b")
  void third() {
    fourth();
  }

  @Synchronized(lock = "a")
  void fourth() {
    value++;
  }
}
