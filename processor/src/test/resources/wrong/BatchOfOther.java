package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

abstract class Pipeline {
  abstract Sender<Integer> amounts();

  @Consumer(from = "amounts", batch = 100)
  void add(List<Number> numbers) {} //! LAP005 //= void add(List<? extends Number> numbers) {}
}
