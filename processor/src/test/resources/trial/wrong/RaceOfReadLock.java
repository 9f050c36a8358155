package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;

abstract class Index {
  private final Map<String, String> entries = new HashMap<>();

  abstract Sender<String> pages();

  @Consumer(from = "pages", concurrency = 4)
  @Synchronized(lock = "index", read = true) //= @Synchronized(lock = "index")
  void add(String page) {
    entries.put(page, page); //! LAP201
  }

  @PeriodicTimer(every = "1s")
  @Synchronized(lock = "index", read = true)
  void report() {
    System.out.println(entries.size());
  }
}
