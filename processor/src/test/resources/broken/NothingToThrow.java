package app;

import io.lappet.annotation.*;

abstract class Gauge<T> {
  @Synchronized
  void read() throws T {}

  @Synchronized
  void write() throws String {}
}
