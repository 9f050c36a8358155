package io.lappet.testing.corpus;

import io.lappet.Body;
import io.lappet.Task;
import io.lappet.gen.Weaving;
import io.lappet.testing.Explore;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.locks.Lock;
import java.util.function.Supplier;

/**
 * A small concurrent program with a known fault, and its twin without it. Either throws if what it
 * promises does not hold.
 *
 * @param name what the fault is
 */
record Specimen(String name, Program program) {
  /** The program, with its fault or without. */
  @FunctionalInterface
  interface Program {
    void run(TestFabric fabric, boolean right) throws Exception;
  }

  Explore.Body wrong() {
    return fabric -> program.run(fabric, false);
  }

  Explore.Body right() {
    return fabric -> program.run(fabric, true);
  }

  // ---- what programs are made of

  /** Runs {@code body} beside the test. */
  static Task<Object> go(TestFabric fabric, String name, Body body) {
    return fabric.submit(name, () -> {
      body.run();
      return "done";
    });
  }

  static void joinAll(List<? extends Task<?>> tasks) {
    tasks.forEach(Task::join);
  }

  static <T> T with(Lock lock, Supplier<T> body) {
    lock.lock();
    try {
      return body.get();
    } finally {
      lock.unlock();
    }
  }

  static void in(Lock lock, Runnable body) {
    with(lock, () -> {
      body.run();
      return "done";
    });
  }

  static Weaving weave(TestFabric fabric, String name) {
    return Weaving.of(fabric, 1, name, new Object());
  }

  @Override
  public String toString() {
    return name;
  }
}
