package app;

import io.lappet.*;
import io.lappet.annotation.*;

class Shop {
  @Shared
  interface Books {
    Sender<String> lines();
  }

  @Woven(uses = Books.class) //= @Woven
  abstract static class Ledger {
    @PeriodicTimer(every = "1s", to = "lines")
    String tick() {
      return "";
    }

    @Consumer(from = "lines", key = "length", concurrency = 4) //! LAP011
    void post(String line) {}
  }
}
