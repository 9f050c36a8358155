package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pages {
  @Limit(permits = 1)
  abstract Lane io();

  String image() {
    return "image";
  }

  @Async(lane = "io")
  abstract Task<String> imageAsync();

  String layout() throws InterruptedException {
    return imageAsync().join();
  }

  @Async //= @Async(lane = "io")
  abstract Task<String> layoutAsync();

  String page() throws InterruptedException {
    return layoutAsync().join(); //! LAP213
  }

  @Async(lane = "io")
  abstract Task<String> pageAsync();
}
