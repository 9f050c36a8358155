package io.lappet.examples.locks;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/** P22: there is no list yet, so who sets and who prints wait for whoever creates it. */
abstract class CreateFirst {
  private final Consumer<String> out;
  private List<Integer> list = List.of(); // there is none yet

  CreateFirst(Consumer<String> out) {
    this.out = out;
  }

  boolean created() {
    return !list.isEmpty();
  }

  @Synchronized
  void create() {
    list = new ArrayList<>(List.of(0, 0, 0));
    out.accept("created " + list);
  }

  @Synchronized
  @WaitUntil("created")
  void set() throws InterruptedException {
    list.replaceAll(zero -> 1);
    out.accept("set");
  }

  @Synchronized
  @WaitUntil("created")
  void print() throws InterruptedException {
    out.accept("print " + list);
  }

  @Async
  abstract Task<Void> createAsync();

  @Async
  abstract Task<Void> setAsync();

  @Async
  abstract Task<Void> printAsync();

  void run() {
    Task.all(List.of(printAsync(), setAsync(), createAsync())).join(); // in any order
  }

  public static void main(String[] args) {
    try (Fabric fabric = Fabric.create()) {
      new WovenCreateFirst(fabric, System.out::println).run();
    }
  }
}
