package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Hub {
  @ChannelSpec(capacity = 16)
  abstract Channel<String> work();

  @Consumer(from = "work")
  void handle(String text) throws InterruptedException {
    if (text.isEmpty()) {
      retry(text); //! LAP101 //= work().trySend(text);
    }
  }

  private void retry(String text) throws InterruptedException {
    work().send(text);
  }
}
