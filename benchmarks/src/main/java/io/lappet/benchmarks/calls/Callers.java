package io.lappet.benchmarks.calls;

import io.lappet.Fabric;
import io.lappet.Lane;
import io.lappet.gen.Twin;
import io.lappet.gen.TwinMaker;
import io.lappet.gen.Weaving;
import java.util.concurrent.Callable;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.ForkJoinPool;
import java.util.concurrent.Future;

/** What runs a body elsewhere, by name. */
interface Callers extends AutoCloseable {
  /** Runs it. */
  Future<Integer> call(Callable<Integer> body);

  @Override
  void close();

  /** Makes the one of this name. */
  static Callers open(String by) {
    return switch (by) {
      case "twin" -> Twins.open(false, true);
      case "twinCallerRuns" -> Twins.open(true, true);
      case "virtualTwin" -> Twins.open(false, false);
      case "submit" -> new Pool(Executors.newFixedThreadPool(2));
      case "forkJoin" -> new Pool(new ForkJoinPool(2));
      case "supplyAsync" -> new Supply(Executors.newFixedThreadPool(2));
      case "virtualThread" -> new Bare();
      default -> throw new IllegalArgumentException(by);
    };
  }

  /** What generated code does. */
  record Twins(Fabric fabric, Twin twin) implements Callers {
    static Twins open(boolean callerRuns, boolean onLane) {
      Fabric fabric = Fabric.create();
      Weaving weaving = Weaving.of(fabric, 1, "Calls", new Object());
      TwinMaker maker = weaving.twin("call");
      if (onLane) {
        Lane lane = weaving.lane("lane", 2);
        maker.lane(lane);
      }
      if (callerRuns) {
        maker.callerRuns();
      }
      return new Twins(fabric, maker.make());
    }

    @Override
    public Future<Integer> call(Callable<Integer> body) {
      return twin.call(body);
    }

    @Override
    public void close() {
      fabric.close();
    }
  }

  /** A pool of the JDK. */
  record Pool(ExecutorService executor) implements Callers {
    @Override
    public Future<Integer> call(Callable<Integer> body) {
      return executor.submit(body);
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  /** A future with stages. */
  record Supply(ExecutorService executor) implements Callers {
    @Override
    public Future<Integer> call(Callable<Integer> body) {
      return CompletableFuture.supplyAsync(() -> valueOf(body), executor);
    }

    private static Integer valueOf(Callable<Integer> body) {
      try {
        return body.call();
      } catch (Exception e) {
        throw new CompletionException(e);
      }
    }

    @Override
    public void close() {
      executor.shutdownNow();
    }
  }

  /** A bare virtual thread that completes a future; what there is to do without a library. */
  record Bare() implements Callers {
    @Override
    public Future<Integer> call(Callable<Integer> body) {
      CompletableFuture<Integer> future = new CompletableFuture<>();
      VirtualThreads.start(() -> {
        try {
          future.complete(body.call());
        } catch (Exception e) {
          future.completeExceptionally(e);
        }
      });
      return future;
    }

    @Override
    public void close() {}
  }
}
