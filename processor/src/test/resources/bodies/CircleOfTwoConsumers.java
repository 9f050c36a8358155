package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipe {
  abstract Channel<String> raw();

  abstract Sender<String> clean(); //= @ChannelSpec(capacity = ChannelSpec.UNBOUNDED) abstract Sender<String> clean();

  @Consumer(from = "raw")
  void wash(String text) throws InterruptedException {
    Sender<String> out = clean();
    out.send(text); //! LAP101
  }

  @Consumer(from = "clean", to = "raw")
  String again(String text) {
    return text;
  }
}
