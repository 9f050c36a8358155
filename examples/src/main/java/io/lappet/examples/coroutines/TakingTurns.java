package io.lappet.examples.coroutines;

import io.lappet.Coroutine;
import io.lappet.Fabric;
import java.util.function.Consumer;

/** P65: two coroutines take turns at the places where they say so; one is never finished. */
final class TakingTurns {
  private TakingTurns() {}

  static void run(Fabric fabric, Consumer<Integer> out) {
    Coroutine<String, String> first = fabric.coroutine("first", (in, self) -> {
      out.accept(12);
      self.suspend("your turn");
      out.accept(34);
      self.suspend("your turn");
      return "never said";
    });
    Coroutine<String, String> second = fabric.coroutine("second", (in, self) -> {
      out.accept(56);
      self.suspend("your turn");
      out.accept(78);
      return "done";
    });
    first.resume("go");
    second.resume("go");
    first.resume("go on");
    second.resume("go on");
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      run(fabric, System.out::println);
    }
  }
}
