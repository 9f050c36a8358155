package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Queries {
  private int done;

  @Limit(permits = 2)
  abstract Permits db();

  @Limit(permits = 4)
  void page() throws InterruptedException {
    query();
    query();
  }

  @Limit("db")
  void query() throws InterruptedException {
    done++;
  }
}
