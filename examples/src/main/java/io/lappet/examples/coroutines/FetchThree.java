package io.lappet.examples.coroutines;

import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.Async;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** P66: three pages are fetched at once, which takes as long as the slowest of them. */
abstract class FetchThree {
  private final Web web;
  private final Consumer<String> out;

  FetchThree(Web web, Consumer<String> out) {
    this.web = web;
    this.out = out;
  }

  /** What answers. */
  interface Web {
    /** Waits for the answer. */
    byte[] get(String url) throws Exception;
  }

  int fetch(String url) throws Exception {
    out.accept("GET " + url);
    int bytes = web.get(url).length;
    out.accept(bytes + " bytes from " + url);
    return bytes;
  }

  @Async
  abstract Task<Integer> fetchAsync(String url);

  List<Task<Integer>> fetchAll(List<String> urls) {
    return urls.stream().map(this::fetchAsync).toList();
  }

  public static void main(String[] args) throws InterruptedException {
    Duration unit = Duration.ofMillis(100);
    try (Fabric fabric = Fabric.create()) {
      Web web = url -> {
        int units = Integer.parseInt(url);
        fabric.sleep(unit.multipliedBy(units));
        return new byte[units * 1000];
      };
      List<Task<Integer>> tasks =
          new WovenFetchThree(fabric, web, System.out::println).fetchAll(List.of("3", "1", "2"));
      List<Task<Integer>> soon = Task.joinAll(tasks, unit.multipliedBy(3).dividedBy(2));
      System.out.println("so far: " + soon);
      Task.joinAll(tasks);
    }
  }
}
