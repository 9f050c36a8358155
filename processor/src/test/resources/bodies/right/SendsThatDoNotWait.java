package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Pipeline {
  private int lines;

  @ChannelSpec(capacity = Integer.MAX_VALUE)
  abstract Channel<String> raw();

  @ChannelSpec(capacity = 4, overflow = Overflow.DROP_OLD)
  abstract Channel<String> recent();

  @Synchronized(lock = "book")
  void send() throws InterruptedException {
    raw().send("line");
    recent().send("line");
    raw().trySend("line");
  }

  @Consumer(from = "raw")
  @Synchronized(lock = "book")
  void take(String line) {
    lines++;
  }

  @Consumer(from = "recent")
  @Synchronized(lock = "book")
  void show(String line) {
    lines++;
  }
}
