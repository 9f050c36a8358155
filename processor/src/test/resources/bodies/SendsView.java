package app;

import io.lappet.*;
import java.util.*;

abstract class Orders {
  public abstract Channel<Collection<Integer>> orders();

  void take(int[] numbers) throws InterruptedException {
    Map<String, Integer> open = new HashMap<>();
    for (int number : numbers) {
      open.put("order " + number, number);
    }
    orders().send(Collections.unmodifiableCollection(open.values())); //= orders().send(List.copyOf(open.values()));
    System.out.println(open.size() + " orders");
    open.clear(); //! LAP214
  }
}
