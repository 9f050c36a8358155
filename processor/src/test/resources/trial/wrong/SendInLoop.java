package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Batches {
  abstract Channel<List<String>> batches();

  void push(List<String> lines) throws InterruptedException {
    List<String> batch = new ArrayList<>(); //=
    for (String line : lines) { //+ List<String> batch = new ArrayList<>();
      batch.add(line); //! LAP214
      batches().send(batch);
    }
  }
}
