package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Pipeline {
  private int lines;

  abstract Gate ready();

  @ChannelSpec(capacity = 4)
  abstract Channel<String> raw();

  @WaitUntil("ready")
  @Synchronized(lock = "book")
  void use() throws InterruptedException {
    lines++;
  }

  @Synchronized(lock = "book")
  void open() {
    lines++;
    ready().open();
  }

  void waitReady() throws InterruptedException {
    ready().await();
    use();
  }

  void send() throws InterruptedException {
    open();
    raw().send("line");
  }

  @Consumer(from = "raw")
  @Synchronized(lock = "book")
  void take(String line) {
    lines++;
  }

  @Async
  abstract Task<Void> openAsync();

  void join() {
    openAsync().join();
  }
}
