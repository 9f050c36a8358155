package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Queries {
  private int done;

  @Limit(permits = 2)
  abstract Permits db();

  @Limit("db") //= // The permit is for the queries alone.
  void first() throws InterruptedException {
    count(); //! LAP202
  }

  @Synchronized(lock = "done")
  void count() {
    done++;
  }

  @Synchronized(lock = "done")
  void second() throws InterruptedException {
    query();
  }

  @Limit("db")
  void query() throws InterruptedException {
    done++;
  }
}
