package app;

import io.lappet.*;
import java.util.*;

abstract class Orders {
  private final Desk desk;

  Orders(Desk desk) {
    this.desk = desk;
  }

  void take(List<String> names) throws InterruptedException {
    List<String> order = new ArrayList<>();
    for (String name : names) {
      order.add(name); //! LAP214 //= List<String> one = List.of(name);
      desk.put(order); //= desk.put(one);
    }
  }
}

interface Desk {
  void put(List<String> order) throws InterruptedException;
}

class Clerk implements Desk {
  private final Office office;

  Clerk(Office office) {
    this.office = office;
  }

  @Override
  public void put(List<String> order) throws InterruptedException {
    office.file(order.size(), order);
  }
}

abstract class Office {
  public abstract Channel<List<String>> orders();

  int file(int number, List<String> order) throws InterruptedException {
    if (number == 0) {
      throw new IllegalArgumentException("nothing in it");
    }
    orders().send(order);
    return number;
  }
}
