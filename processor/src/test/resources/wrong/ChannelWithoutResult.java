package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Pipeline {
  abstract Sender<String> lines();

  abstract Receiver<Integer> lengths();

  @Consumer(from = "lines", to = "lengths") //! LAP020
  void print(String line) { //= int print(String line) {
    //+ return 0;
  }
}
