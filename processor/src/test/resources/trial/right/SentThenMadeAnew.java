package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Batches {
  abstract Channel<List<String>> batches();

  void push(List<String> lines) throws InterruptedException {
    List<String> batch = new ArrayList<>();
    for (String line : lines) {
      batch.add(line);
      if (batch.size() == 10) {
        batches().send(batch);
        batch = new ArrayList<>();
      }
    }
    if (!batch.isEmpty()) {
      batches().send(List.copyOf(batch));
    }
    batch.clear();
  }
}
