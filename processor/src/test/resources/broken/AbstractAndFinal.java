package app;

import io.lappet.*;
import io.lappet.annotation.*;

abstract class Fixed {
  final abstract Channel<String> lines();

  @Consumer(from = "lines")
  void take(String line) {}
}

abstract class Hidden {
  private abstract Channel<String> lines();

  @Consumer(from = "lines")
  void take(String line) {}
}

abstract class Shared {
  static abstract Channel<String> lines();

  @Consumer(from = "lines")
  void take(String line) {}
}

abstract class Twin {
  String load(String id) {
    return id;
  }

  @Async
  final abstract Task<String> loadAsync(String id);
}

/** The mistake of a mistake: a bound that is the variable itself. */
abstract class Loop<T extends T> {
  @Async
  final abstract Task<String> laodAsync(T id);
}
