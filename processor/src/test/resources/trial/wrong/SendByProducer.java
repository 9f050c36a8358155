package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Source {
  @Producer(to = "batches")
  void produce(Sender<List<String>> out) throws InterruptedException {
    List<String> batch = new ArrayList<>();
    out.send(batch);
    batch.add("late"); //! LAP214 //=
  }

  @Consumer(from = "batches")
  void take(List<String> batch) {
    System.out.println(batch);
  }
}
