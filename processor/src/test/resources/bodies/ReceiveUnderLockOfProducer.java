package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Desk {
  private int handled;

  abstract Receiver<String> letters();

  @Producer(to = "letters")
  @Synchronized(lock = "desk")
  String write() {
    return "letter " + handled;
  }

  @Synchronized(lock = "desk") //= // Receives without the lock.
  void read() throws InterruptedException {
    letters().receive(); //! LAP206
  }

  @Synchronized(lock = "desk")
  int now() {
    return handled;
  }
}
