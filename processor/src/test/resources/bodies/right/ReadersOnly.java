package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Catalog {
  private int entries;

  @Synchronized(lock = "entries", read = true)
  int look() {
    return size();
  }

  @Synchronized(lock = "entries", read = true)
  int size() {
    return entries;
  }

  @Synchronized(lock = "entries")
  void load() {
    entries = size() + 1;
  }
}
