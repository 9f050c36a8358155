package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Batches {
  abstract Channel<List<String>> batches();

  void push(String line) throws InterruptedException {
    List<String> batch = new ArrayList<>();
    batches().send(batch); //=
    batch.add(line); //! LAP214
    //+ batches().send(batch);
  }
}
