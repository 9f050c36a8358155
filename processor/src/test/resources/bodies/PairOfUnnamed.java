package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.time.Duration;
import java.util.*;

abstract class Node {
  private int value;

  @Synchronized
  int value() {
    return value;
  }

  @Synchronized //= // Values are read one after the other.
  boolean isLess(Node other) {
    return value < other.value(); //! LAP224
  }

  @Synchronized
  void set(int to) {
    value = to;
  }
}
