package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hits {
  private volatile int hits;

  abstract Sender<String> pages();

  @Consumer(from = "pages", concurrency = 2) //= @Consumer(from = "pages")
  void hit(String page) {
    hits++; //! LAP201
  }
}
