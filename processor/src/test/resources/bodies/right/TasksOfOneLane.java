package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.concurrent.CompletableFuture;

/** A task that waits for one of its own lane runs it in place. */
abstract class Pages {
  @Limit(permits = 1)
  abstract Lane io();

  @Limit(permits = 1)
  abstract Lane disk();

  String image() {
    return "image";
  }

  @Async(lane = "io")
  abstract CompletableFuture<String> imageAsync();

  String file() {
    return "file";
  }

  @Async(lane = "disk")
  abstract Task<String> fileAsync();

  String page() throws InterruptedException {
    String nested = io().submit(this::image).join();
    return nested + imageAsync().join() + fileAsync().join();
  }

  @Async(lane = "io")
  abstract Task<String> pageAsync();

  void run() throws InterruptedException {
    pageAsync().join();
  }
}
