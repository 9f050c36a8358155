package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Importer {
  abstract Gate ready();

  @Limit(permits = 1)
  abstract Lane io();

  void prepare() {
    finish();
  }

  private void finish() {
    ready().open();
  }

  @Async(lane = "io")
  abstract Task<Void> prepareAsync();

  void load() throws InterruptedException {
    prepareAsync();
    ready().await(); //! LAP226 //= finish();
  }

  @Async(lane = "io")
  abstract Task<Void> loadAsync();
}
