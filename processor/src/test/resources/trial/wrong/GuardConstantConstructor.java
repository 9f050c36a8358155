package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.ArrayList;
import java.util.List;

abstract class Plan {
  private final List<String> steps;

  Plan(List<String> steps) {
    this.steps = new ArrayList<>(steps);
  }

  boolean isEmpty() { //! LAP211
    return steps.isEmpty();
  }

  @Synchronized
  @WaitUntil("isEmpty")
  void await() throws InterruptedException {}

  @Synchronized
  int next() {
    return steps.size(); //= return steps.remove(0).length();
  }
}
