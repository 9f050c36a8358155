package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Lines {
  enum Level {
    LOW
  }

  record Line(String text, Level level) {}

  abstract Channel<Line> lines();

  abstract Channel<String> texts();

  int push(Line line, String text) throws InterruptedException {
    lines().send(line);
    texts().send(text);
    lines().send(line);
    return text.length() + line.text().length();
  }
}
