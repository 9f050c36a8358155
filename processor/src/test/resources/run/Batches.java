package app;

import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import java.util.ArrayList;
import java.util.List;

/** Consumers that get lists: what is there, what comes while they linger, and what failed. */
public class Batches {
  abstract static class Store {
    final List<List<Integer>> stored = new ArrayList<>();
    final List<List<Integer>> lingered = new ArrayList<>();
    final List<Integer> sums = new ArrayList<>();
    final List<String> failures = new ArrayList<>();

    abstract Sender<Integer> rows();

    abstract Sender<Integer> slow();

    abstract Sender<Integer> bad();

    @Consumer(from = "rows", to = "sums", batch = 3)
    int store(List<Integer> rows) {
      stored.add(rows);
      return rows.stream().mapToInt(Integer::intValue).sum();
    }

    @Consumer(from = "sums", batch = 10)
    void add(List<? extends Number> some) {
      some.forEach(sum -> sums.add(sum.intValue()));
    }

    @Consumer(from = "slow", batch = 3, linger = "1m")
    void storeSlowly(List<Integer> rows) {
      lingered.add(rows);
    }

    @Consumer(from = "bad", batch = 5)
    @OnError(deadLetter = "dead")
    void fail(List<Integer> rows) {
      throw new IllegalStateException("all " + rows.size());
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      failures.add(letter.message() + " " + letter.cause().getMessage());
    }
  }

  public static void main(String[] arguments) throws Exception {
    Store store;
    try (Fabric fabric = Fabric.create()) {
      store = new WovenBatches_Store(fabric);
      for (int row = 1; row <= 5; row++) {
        store.rows().send(row);
      }
      store.bad().send(7);
      store.bad().send(8);
      store.slow().send(1);
      fabric.start();
      // The call is put off until its batch is full.
      store.slow().send(2);
      store.slow().send(3);
      // The last one is not waited for: nothing can come any more.
      store.slow().send(4);
    }
    check(store.stored, List.of(List.of(1, 2, 3), List.of(4, 5)));
    check(store.sums, List.of(6, 9));
    check(store.lingered, List.of(List.of(1, 2, 3), List.of(4)));
    check(store.failures, List.of("7 all 2", "8 all 2"));
  }

  private static void check(List<?> given, List<?> expected) {
    if (!given.equals(expected)) {
      throw new AssertionError(given);
    }
  }
}
