package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Batches {
  abstract Channel<List<String>> batches();

  void push(boolean now) throws InterruptedException {
    List<String> batch = new ArrayList<>();
    if (now) {
      batches().send(batch);
      return;
    }
    batch.add("later");
    if (!batches().trySend(batch)) {
      batch.clear();
    }
  }
}
