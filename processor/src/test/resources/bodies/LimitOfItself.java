package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Crawler {
  @Limit(permits = 4)
  void crawl(int depth) throws InterruptedException {
    if (depth > 0) {
      crawl(depth - 1); //! LAP213 //= Thread.yield();
    }
  }
}
