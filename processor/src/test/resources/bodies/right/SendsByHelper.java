package app;

import io.lappet.*;
import java.util.*;

/** What a helper sends is a copy, or not sent at all if it says so, or not touched any more. */
abstract class Orders {
  abstract Channel<List<String>> orders();

  void copies(String first, String second) throws InterruptedException {
    List<String> order = new ArrayList<>(List.of(first));
    publishCopy(order);
    order.add(second);
    publishCopy(order);
  }

  private void publishCopy(List<String> order) throws InterruptedException {
    List<String> copy = List.copyOf(order);
    orders().send(copy);
  }

  void refused(String first, String second) {
    List<String> order = new ArrayList<>(List.of(first));
    if (!isPublished(order)) {
      order.add(second);
    }
  }

  private boolean isPublished(List<String> order) {
    return orders().trySend(order);
  }

  void last(String first) throws InterruptedException {
    List<String> order = new ArrayList<>();
    order.add(first);
    publish(order);
    order = new ArrayList<>();
    order.add(first);
    publish(order);
  }

  private void publish(List<String> order) throws InterruptedException {
    orders().send(order);
  }

  void later(String first, List<Runnable> jobs) {
    List<String> order = new ArrayList<>();
    publishLater(order, jobs);
    order.add(first);
  }

  private void publishLater(List<String> order, List<Runnable> jobs) {
    jobs.add(() -> orders().trySend(order));
  }
}
