package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;

/** Messages go from one to the next, and what comes back waits for no room. */
abstract class Stage {
  private final Stage next;

  Stage(Stage next) {
    this.next = next;
  }

  abstract Channel<String> in();

  abstract Channel<String> out();

  @ChannelSpec(capacity = ChannelSpec.UNBOUNDED)
  abstract Channel<String> failed();

  abstract Fabric tasks();

  @Consumer(from = "in")
  void handle(String text) throws InterruptedException {
    next.in().send(text);
    out().send(text);
    failed().send(text);
    in().trySend(text);
    in().trySend(text, Duration.ofSeconds(1));
    tasks().submit("send", () -> {
      in().send(text);
      return null;
    });
  }

  @Consumer(from = "failed", to = "in")
  String again(String text) {
    return text;
  }

  @Consumer(from = "out")
  void write(String text) {}
}
