package app;

import io.lappet.*;
import io.lappet.annotation.*;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Computes each value once, however many ask for it at the same time. */
abstract class MemoizedFuture {
  private final Map<String, CompletableFuture<Integer>> values = new HashMap<>();
  private int computed;

  @Async
  abstract Task<Void> computeAsync(String key, CompletableFuture<Integer> result);

  void compute(String key, CompletableFuture<Integer> result) {
    int value = key.chars().sum();
    count();
    result.complete(value);
  }

  //+ @Synchronized
  void count() {
    computed++; //! LAP201
  }

  @Synchronized
  CompletableFuture<Integer> get(String key) {
    return values.computeIfAbsent(key, it -> {
      CompletableFuture<Integer> result = new CompletableFuture<>();
      computeAsync(it, result);
      return result;
    });
  }

  @Synchronized
  int computed() {
    return computed;
  }
}
