package app;

import io.lappet.*;
import java.util.*;

abstract class Orders {
  public abstract Channel<List<String>> orders();

  void take(List<String> names) {
    List<String> order = new ArrayList<>();
    names.forEach(name -> {
      if (name.isEmpty()) {
        return;
      }
      order.add(name); //! LAP214 //= List<String> one = List.of(name);
      orders().trySend(order); //= orders().trySend(one);
    });
  }
}
