package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  abstract Sender<String> words();

  @Consumer(from = "words", to = "lengths")
  long measure(String word) { //= int measure(String word) {
    return 0;
  }

  @Consumer(from = "lengths")
  void add(int length) {} //! LAP005
}
