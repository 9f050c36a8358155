package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.List;

abstract class Pipeline {
  abstract Sender<String> rows();

  @Consumer(from = "rows", batch = -1) //! LAP019 //= @Consumer(from = "rows", batch = 10)
  void store(List<String> rows) {}
}
