package app;

import io.lappet.*;
import java.util.*;

abstract class Orders {
  private int published;

  abstract Channel<List<String>> orders();

  void take(String first, String second) throws InterruptedException {
    List<String> order = new ArrayList<>();
    order.add(first);
    publish("web", order);
    order.add(second); //! LAP214 //= order = new ArrayList<>(List.of(second));
  }

  private void publish(String shop, List<String> order) throws InterruptedException {
    published++;
    if (shop.isEmpty()) {
      return;
    }
    orders().send(order);
  }
}
