package io.lappet.examples.context;

import io.lappet.ContextKey;
import io.lappet.Fabric;
import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.function.Consumer;

/** P48: eight requests on two threads, each with a user and a connection that no parameter carries. */
abstract class OnePerRequest {
  private static final ContextKey<String> USER = ContextKey.named("user", () -> "nobody");
  private static final ContextKey<String> CONNECTION = ContextKey.named("connection", () -> "none");

  private final Consumer<String> out;

  OnePerRequest(Consumer<String> out) {
    this.out = out;
  }

  @Limit(permits = 2)
  abstract Lane requests();

  void request(int number) throws Exception {
    if (number % 4 == 0) {
      handle(number); // binds nothing
      return;
    }
    Callable<Void> handle = () -> {
      handle(number);
      return null;
    };
    USER.call("user" + number, () -> CONNECTION.call("connection" + number, handle));
  }

  @Async(lane = "requests")
  abstract Task<Void> requestAsync(int number);

  private void handle(int number) {
    out.accept("request " + number + " of " + USER.get());
    query(number);
  }

  private void query(int number) {
    out.accept("request " + number + " asks over " + CONNECTION.get());
  }

  void run() throws InterruptedException {
    List<Task<Void>> eight = new ArrayList<>();
    for (int number = 1; number <= 8; number++) {
      eight.add(requestAsync(number));
    }
    Task.joinAll(eight);
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      new WovenOnePerRequest(fabric, System.out::println).run();
    }
  }
}
