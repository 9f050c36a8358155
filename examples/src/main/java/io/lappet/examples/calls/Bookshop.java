package io.lappet.examples.calls;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.function.Consumer;

/** P70: one asks for a book and waits for the answer, or gets a call when the shop has found it. */
abstract class Bookshop {
  private static final Map<String, String> SHELVES = Map.of("Emma", "shelf 3");

  private final Duration unit;
  private final Consumer<String> out;

  Bookshop(Duration unit, Consumer<String> out) {
    this.unit = unit;
    this.out = out;
  }

  abstract Fabric fabric();

  String find(String title) throws InterruptedException {
    fabric().sleep(unit.multipliedBy(2));
    String shelf = SHELVES.get(title);
    if (shelf == null) {
      throw new NoSuchElementException("no book " + title);
    }
    return shelf;
  }

  @Async
  abstract Task<String> findAsync(String title);

  void ask(String title) throws InterruptedException {
    out.accept(title + ": " + find(title));
    out.accept("other work");
  }

  Task<String> askToBeCalled(String title) {
    Task<String> search = findAsync(title)
        .onSuccess(shelf -> out.accept(title + ": " + shelf))
        .onFailure(failure -> out.accept("sorry, " + failure.getMessage()));
    out.accept("other work");
    return search;
  }

  public static void main(String[] args) throws InterruptedException {
    try (Fabric fabric = Fabric.create()) {
      Bookshop shop = new WovenBookshop(fabric, Duration.ofMillis(50), System.out::println);
      shop.ask("Emma");
      shop.askToBeCalled("Emma");
      shop.askToBeCalled("Ulysses");
    }
  }
}
