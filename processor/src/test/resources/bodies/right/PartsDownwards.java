package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Part {
  private final List<Part> parts = new ArrayList<>();
  private final Part first;
  private int weight;

  Part(Part first) {
    this.first = first;
  }

  @Synchronized
  int weight() {
    int sum = weight + first.weight();
    for (Part part : parts) {
      sum += part.weight();
    }
    return sum;
  }
}
