package app;

//? -Alappet.check.guarded_escape=warn
import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;

abstract class Stock {
  private final Map<String, Integer> pieces = new HashMap<>();

  @Synchronized
  void put(String name) {
    pieces.merge(name, 1, Integer::sum);
  }

  @Synchronized
  boolean has(String name) {
    return names().contains(name);
  }

  private Set<String> names() {
    return pieces.keySet();
  }

  @Synchronized
  Iterable<String> all() {
    return Collections.unmodifiableSet(pieces.keySet()); //! LAP216 //= return Set.copyOf(pieces.keySet());
  }
}
