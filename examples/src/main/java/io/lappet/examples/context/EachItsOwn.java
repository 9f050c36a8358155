package io.lappet.examples.context;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/** P47: what a thread keeps in a thread-local record, no other thread sees. */
abstract class EachItsOwn {
  private final ThreadLocal<Map<String, String>> local = ThreadLocal.withInitial(TreeMap::new);
  private final Consumer<String> out;

  EachItsOwn(Consumer<String> out) {
    this.out = out;
  }

  void task(String name) {
    print(name);
    local.get().put("name", name);
    local.get().put("of", name + " alone");
    print(name);
  }

  @Async
  abstract Task<Void> taskAsync(String name);

  void run() {
    local.get().put("name", "main");
    print("main");
    taskAsync("first").join();
    taskAsync("second").join();
    print("main");
    local.remove();
  }

  private void print(String who) {
    out.accept(who + ": " + local.get());
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenEachItsOwn(fabric, System.out::println).run();
    }
  }
}
