package app;

import io.lappet.*;
import java.util.*;

/** What methods of others are given is not sent, or only perhaps, or was replaced before. */
abstract class Orders {
  private final Desk desk;

  Orders(Desk desk) {
    this.desk = desk;
  }

  public abstract Channel<List<String>> orders();

  void oneOfTwo(String name) throws InterruptedException {
    List<String> order = new ArrayList<>();
    desk.put(order);
    order.add(name);
  }

  void replaced(String name) throws InterruptedException {
    List<String> order = new ArrayList<>();
    sendCopy(order);
    order.add(name);
  }

  private void sendCopy(List<String> order) throws InterruptedException {
    order = List.copyOf(order);
    orders().send(order);
  }

  void counted(String name) throws InterruptedException {
    List<String> order = new ArrayList<>();
    if (sendSome(order) == 0) {
      order.add(name);
    }
  }

  private int sendSome(List<String> order) throws InterruptedException {
    if (order.isEmpty()) {
      return 0;
    }
    orders().send(order);
    return order.size();
  }

  void inRounds(List<String> names) {
    names.forEach(name -> {
      List<String> order = new ArrayList<>();
      order.add(name);
      orders().trySend(order);
    });
  }

  void untilEmpty(List<List<String>> all, String name) throws InterruptedException {
    next:
    for (List<String> each : all) {
      List<String> order = new ArrayList<>(each);
      for (String line : each) {
        if (line.isEmpty()) {
          orders().send(order);
          continue next;
        }
        order.add(name);
      }
    }
  }

  void flagged(String name) throws InterruptedException {
    List<String> order = new ArrayList<>(List.of(name));
    boolean isSent = false;
    try {
      orders().send(order);
      isSent = true;
    } finally {
      if (!isSent) {
        order.clear();
      }
    }
  }

  boolean either(String name, boolean isOpen) {
    List<String> order = new ArrayList<>(List.of(name));
    if (isOpen && orders().trySend(order)) {
      return true;
    }
    order.add("refused");
    return false;
  }
}

interface Desk {
  void put(List<String> order) throws InterruptedException;
}

class Printer implements Desk {
  @Override
  public void put(List<String> order) {
    System.out.println(order);
  }
}

class Clerk implements Desk {
  private final Sender<List<String>> orders;

  Clerk(Sender<List<String>> orders) {
    this.orders = orders;
  }

  @Override
  public void put(List<String> order) throws InterruptedException {
    orders.send(order);
  }
}
