package app;

import io.lappet.ContextKey;
import io.lappet.Fabric;
import io.lappet.FabricClosedException;
import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.Gate;
import io.lappet.Generator;
import io.lappet.Lane;
import io.lappet.Task;
import io.lappet.TaskFailedException;
import io.lappet.WiringException;
import io.lappet.Yield;
import io.lappet.annotation.Async;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Shared;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.io.FileNotFoundException;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.stream.IntStream;

/** Twins run their targets elsewhere, and say how that went. */
public class Twins {
  static final ContextKey<String> USER = ContextKey.named("user", () -> "nobody");

  @Shared
  interface Pools {
    @Limit(permits = 2)
    Lane uploads();
  }

  @Woven(uses = Pools.class)
  abstract static class Pages {
    int stored;

    @Limit(permits = 1)
    abstract Lane images();

    abstract Lane io();

    abstract Gate never();

    String thread() {
      return Thread.currentThread().getName();
    }

    String user() {
      return USER.get();
    }

    <T extends Comparable<T>> T most(List<? extends T> all) {
      T most = all.get(0);
      for (T each : all) {
        most = most.compareTo(each) < 0 ? each : most;
      }
      return most;
    }

    int load(int page) {
      return page + 1;
    }

    String load(String page) throws IOException {
      throw new FileNotFoundException(page);
    }

    @Synchronized
    void store(int pages) {
      stored += pages;
    }

    void fail(String why) throws IOException {
      throw new IOException(why);
    }

    void hang(CountDownLatch begun, CountDownLatch ended) throws InterruptedException {
      begun.countDown();
      try {
        never().await();
      } finally {
        ended.countDown();
      }
    }

    int nested(int depth) {
      return depth == 0 ? 0 : 1 + nestedAsync(depth - 1).join();
    }

    void count(int to, Yield<Integer> out) {
      for (int i = 0; i < to; i++) {
        out.yield(i);
      }
    }

    @Async("thread")
    abstract Task<String> anyThread();

    @Async(value = "thread", lane = "images")
    abstract Task<String> imagesThread();

    @Async(value = "thread", lane = "io")
    abstract Task<String> ioThread();

    @Async(value = "thread", lane = "uploads")
    abstract Task<String> uploadsThread();

    @Async(value = "thread", lane = "cpu")
    abstract Task<String> cpuThread();

    @Async(value = "thread", name = "Namesake")
    abstract Task<String> namedThread();

    @Async
    abstract Task<String> userAsync();

    @Async
    abstract <T extends Comparable<T>> Task<T> mostAsync(List<? extends T> all);

    @Async
    abstract Task<Integer> loadAsync(int page);

    @Async
    abstract Future<String> loadAsync(String page);

    @Async("load")
    abstract CompletableFuture<Integer> loadLater(int page);

    @Async
    abstract Task<Void> storeAsync(int pages);

    @Async("store")
    abstract CompletableFuture<?> storeLater(int pages);

    @Async("store")
    abstract void storeSometime(int pages);

    @Async
    abstract void failAsync(String why);

    @Async(timeout = "50ms")
    abstract Task<Void> hangAsync(CountDownLatch begun, CountDownLatch ended);

    @Async(value = "hang", daemon = true)
    abstract Task<Void> hangOn(CountDownLatch begun, CountDownLatch ended);

    @Async(value = "load", delay = "1h")
    abstract Task<Integer> loadTomorrow(int page);

    @Async(lane = "images")
    abstract Task<Integer> nestedAsync(int depth);

    @Async(value = "load", lane = "images", callerRuns = true)
    abstract Task<Integer> loadHere(int page);

    @Async
    abstract Generator<Integer> count(int to);
  }

  abstract static class Eager {
    @SuppressWarnings("constructor-use") // to see that it is refused
    Eager() {
      loadAsync();
    }

    void load() {}

    @Async
    abstract void loadAsync();
  }

  static final BlockingQueue<Failure> FAILURES = new LinkedBlockingQueue<>();

  public static void main(String[] arguments) throws Exception {
    FabricListener listener = new FabricListener() {
      @Override
      public void onFailure(Failure failure) {
        FAILURES.add(failure);
      }
    };
    Fabric fabric = Fabric.builder().lane("io", 1).listener(listener).build();
    Pages pages = new WovenTwins_Pages(fabric);
    threads(pages);
    results(pages);
    failures(fabric, pages);
    generators(pages);
    Task<Integer> tomorrow = pages.loadTomorrow(1);
    check(tomorrow.cancel(), tomorrow);
    check(!tomorrow.cancel(), tomorrow);
    CountDownLatch begun = new CountDownLatch(1);
    CountDownLatch ended = new CountDownLatch(1);
    Task<Void> daemon = pages.hangOn(begun, ended);
    check(daemon.isDaemon(), daemon);
    check(begun.await(10, TimeUnit.SECONDS), "the daemon does not begin");
    fabric.close();
    check(pages.stored == 111, pages.stored);
    check(ended.await(10, TimeUnit.SECONDS), "the daemon goes on");
    expect(FabricClosedException.class, () -> pages.loadAsync(1));
    check(pages.load(1) == 2, "the target itself needs no fabric");
  }

  private static void threads(Pages pages) throws Exception {
    check(pages.anyThread().join().startsWith("Pages.thread-"), "");
    String first = pages.imagesThread().join();
    check(first.startsWith("Pages.images-"), first);
    check(pages.imagesThread().join().equals(first), "one thread");
    check(!pages.ioThread().join().equals(first), "another lane");
    check(pages.uploadsThread().join().startsWith("Pools.uploads-"), "shared lane");
    check(pages.cpuThread().join().contains("cpu-"), "cpu lane");
    check(pages.namedThread().join().startsWith("Namesake"), "name");
    check(USER.call("me", pages::userAsync).join().equals("me"), "context");
    check(pages.userAsync().join().equals("nobody"), "no context");
    check(pages.nestedAsync(20).join() == 20, "a lane of one waits for itself");
    check(pages.loadHere(1).join() == 2, "caller runs");
  }

  private static void results(Pages pages) throws Exception {
    check(pages.loadAsync(1).join() == 2, "Task");
    check(pages.loadLater(2).thenApply(it -> it * 2).join() == 6, "CompletableFuture");
    check(pages.mostAsync(List.of(3, 5, 4)).join() == 5, "generic");
    check(pages.storeAsync(1).join() == null, "Void");
    check(pages.storeLater(10).get() == null, "nothing later");
    pages.storeSometime(100);
    List<Task<Integer>> all =
        IntStream.range(0, 50).mapToObj(pages::loadAsync).toList();
    List<Integer> expected = IntStream.range(1, 51).boxed().toList();
    check(Task.all(all).join().equals(expected), all);
  }

  private static void failures(Fabric fabric, Pages pages) throws Exception {
    ExecutionException failed =
        expect(ExecutionException.class, () -> pages.loadAsync("a").get());
    check(failed.getCause() instanceof FileNotFoundException, failed);
    CountDownLatch any = new CountDownLatch(1);
    TaskFailedException late =
        expect(TaskFailedException.class, () -> pages.hangAsync(any, any).join());
    check(late.getCause() instanceof TimeoutException, late);
    pages.failAsync("told");
    Failure failure = FAILURES.poll(10, TimeUnit.SECONDS);
    check(failure != null && failure.cause().getMessage().equals("told"), failure);
    check(FAILURES.isEmpty(), FAILURES);
    IllegalStateException early =
        expect(IllegalStateException.class, () -> new WovenTwins_Eager(fabric));
    check(
        early.getMessage()
            .equals("Twins.Eager.loadAsync() is not available while the constructor runs"),
        early);
    try (Fabric other = Fabric.create()) {
      expect(WiringException.class, () -> new WovenTwins_Pages(other));
    }
  }

  private static void generators(Pages pages) {
    List<Integer> numbers = new ArrayList<>();
    try (Generator<Integer> count = pages.count(1000)) {
      while (numbers.size() < 3) {
        numbers.add(count.next());
      }
    }
    check(numbers.equals(List.of(0, 1, 2)), numbers);
    check(pages.count(4).stream().mapToInt(it -> it).sum() == 6, "stream");
  }

  private interface Call {
    Object run() throws Exception;
  }

  private static <X extends Exception> X expect(Class<X> type, Call call) {
    Object result;
    try {
      result = call.run();
    } catch (Exception e) {
      if (type.isInstance(e)) {
        return type.cast(e);
      }
      throw new AssertionError(e);
    }
    throw new AssertionError(type + " expected, not " + result);
  }

  private static void check(boolean condition, Object otherwise) {
    if (!condition) {
      throw new AssertionError(otherwise);
    }
  }
}
