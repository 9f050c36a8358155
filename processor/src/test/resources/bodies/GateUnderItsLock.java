package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Pipeline {
  private int lines;

  abstract Gate ready();

  @Synchronized(lock = "book") //= // Waits first.
  void waitReady() throws InterruptedException {
    ready().await(); //! LAP206
    lines++;
  }

  @Synchronized(lock = "book")
  void open() {
    lines++;
    ready().open();
  }

  @Synchronized(lock = "book")
  int lines() {
    return lines;
  }
}
