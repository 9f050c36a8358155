package io.lappet.examples;

import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.Yield;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Woven;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CopyOnWriteArrayList;

/** What {@code docs/howto.md} shows of calls that run elsewhere. */
abstract class Gallery {
  final List<String> reminded = new CopyOnWriteArrayList<>();
  private final Map<String, String> pictures = new TreeMap<>(Map.of("cat", ":3", "fish", "<><"));

  String load(String id) throws IOException {
    String picture = pictures.get(id);
    if (picture == null) {
      throw new FileNotFoundException(id);
    }
    return picture;
  }

  @Async(timeout = "300ms")
  abstract Task<String> loadAsync(String id);

  @Limit(permits = 2)
  abstract Lane images();

  String thumbnail(String picture) {
    return picture.substring(0, 1);
  }

  @Async(lane = "images")
  abstract CompletableFuture<String> thumbnailAsync(String picture);

  void remind(String visitor) {
    reminded.add(visitor);
  }

  @Async(delay = "2s")
  abstract Task<Void> remindAsync(String visitor);

  void pages(int size, Yield<List<String>> out) {
    List<String> page = new ArrayList<>();
    for (String id : pictures.keySet()) {
      page.add(id);
      if (page.size() == size) {
        out.yield(List.copyOf(page));
        page.clear();
      }
    }
  }

  @Async
  abstract Generator<List<String>> pages(int size);

  /** A counter that only its loop may touch: no lock, no volatile. */
  @Woven(confined = true)
  abstract static class Turnstile {
    private int inside;

    void enter() {
      inside++;
    }

    int inside() {
      return inside;
    }

    @Async
    abstract void enterAsync();

    @Async
    abstract Task<Integer> insideAsync();

    @PeriodicTimer(every = "1h")
    void reset() {
      inside = 0;
    }
  }
}
