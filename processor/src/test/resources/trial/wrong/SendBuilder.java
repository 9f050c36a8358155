package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Lines {
  abstract Channel<StringBuilder> lines();

  void push() throws InterruptedException {
    StringBuilder line = new StringBuilder("a");
    lines().send(line);
    line.setLength(0); //! LAP214 //= line = new StringBuilder();
    line.append("b");
  }
}
