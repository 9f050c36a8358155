package app;

import io.lappet.Fabric;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.Yield;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Shared;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.io.IOException;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.Future;

/** Every form of a twin. */
@Woven(uses = Pages.Pools.class)
public abstract class Pages<K extends Comparable<K>> extends Shelf<K>
    implements Greeting {
  /** Lanes that others use as well. */
  @Shared
  interface Pools {
    @Limit(permits = 2)
    @ChannelSpec(capacity = 100, overflow = Overflow.FAIL)
    Lane uploads();

    Lane mail();
  }

  @Limit(permits = 4)
  @ChannelSpec(overflow = Overflow.DROP_OLD)
  abstract Lane images();

  public abstract Lane io();

  String load(String id) throws IOException, InterruptedException {
    return id;
  }

  int load(int id) {
    return id;
  }

  @Synchronized
  void store(String id, byte[] page) throws IOException {}

  void log(String format, Object... arguments) {}

  <T extends Number> List<T> all(Class<T> type, Map<K, ? super T> loopTwin) {
    return List.of();
  }

  void count(int out, Yield<Integer> values) {
    for (int i = 0; i < out; i++) {
      values.yield(i);
    }
  }

  final long size() {
    return 1;
  }

  @Async
  abstract Task<String> loadAsync(String id);

  @Async(lane = "images", timeout = "300ms", callerRuns = true)
  abstract Task<Integer> loadAsync(int id);

  @Async(value = "load", delay = "1m30s", name = "LateLoader", daemon = true)
  abstract Future<? extends CharSequence> loadLater(String id);

  @Async(lane = "uploads")
  abstract CompletableFuture<Void> storeAsync(String id, byte[] page);

  @Async(value = "store", lane = "mail")
  public abstract Task<Void> send(String id, byte[] page);

  @Async("store")
  abstract void storeSometime(String id, byte[] page);

  @Async(lane = "cpu")
  protected abstract CompletionStage<Long> sizeAsync();

  @Async
  abstract void logAsync(String format, Object... arguments);

  @Async(lane = "io")
  abstract <N extends Number> Task<? extends Collection<N>> allAsync(
      Class<N> type, Map<K, ? super N> loopTwin);

  @Async
  abstract Task<K> firstAsync(Collection<? extends K> all);

  @Async
  abstract Generator<Integer> count(int out);

  static Pages<String> of(Fabric fabric) {
    return new WovenPages<>(fabric);
  }
}

/** A target that is inherited, with the type argument of the class. */
abstract class Shelf<T> {
  protected T first(Collection<? extends T> all) {
    return all.iterator().next();
  }
}

/** A target that every implementation has. */
interface Greeting {
  default String greet(String name) {
    return "Hello, " + name;
  }

  @Async
  Task<String> greetAsync(String name);
}
