package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class LogPipeline {
  private int taken;

  abstract Channel<String> raw();

  LogPipeline() throws InterruptedException {
    fill(); //! LAP208 //= taken = 1;
  }

  void fill() throws InterruptedException {
    raw().send("first");
  }

  @Consumer(from = "raw")
  void take(String line) {
    taken++;
  }
}
