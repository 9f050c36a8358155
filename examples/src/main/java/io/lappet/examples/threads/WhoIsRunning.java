package io.lappet.examples.threads;

import io.lappet.Barrier;
import io.lappet.Fabric;
import io.lappet.Gate;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** P5: who am I, who else is running, and how many are we; before, during and after three tasks. */
abstract class WhoIsRunning {
  private final Consumer<String> out;

  WhoIsRunning(Consumer<String> out) {
    this.out = out;
  }

  abstract Fabric fabric();

  abstract Gate end();

  void task(Barrier begun) throws InterruptedException {
    begun.await();
    end().await();
  }

  @Async
  abstract Task<Void> taskAsync(Barrier begun);

  @Async(value = "task", delay = "1d")
  abstract Task<Void> tomorrow(Barrier begun);

  void run() throws InterruptedException {
    Barrier begun = fabric().barrier(4);
    Task<Void> tomorrow = tomorrow(begun);
    say("before");
    List<Task<Void>> three = Stream.generate(() -> taskAsync(begun)).limit(3).toList();
    begun.await();
    say("during");
    end().open();
    Task.joinAll(three);
    say("after");
    out.accept("id of tomorrow's: " + tomorrow.threadId());
    tomorrow.cancel();
  }

  private void say(String when) {
    Set<Thread> live = new LinkedHashSet<>(List.of(Thread.currentThread()));
    live.addAll(fabric().threads());
    List<String> names = live.stream().map(Thread::getName).sorted().toList();
    out.accept(when + ": " + live.size() + " " + names);
  }

  public static void main(String[] args) throws InterruptedException {
    System.out.println("I am " + Thread.currentThread().getName());
    try (Fabric fabric = Fabric.create()) {
      new WovenWhoIsRunning(fabric, System.out::println).run();
      fabric.close(Duration.ofSeconds(1));
    }
  }
}
