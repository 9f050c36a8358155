package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Batches {
  abstract Channel<List<String>> batches();

  void push(List<String> lines) {
    List<String> batch = new ArrayList<>(lines);
    if (batches().trySend(batch)) {
      batch.clear(); //! LAP214 //= System.out.println("sent");
    }
  }
}
