package io.lappet.internal.fabric;

import io.lappet.Fabric;
import io.lappet.Worker;
import io.lappet.internal.seam.Seam;
import java.util.List;

/** Runs a whole program; see {@link Fabric#run(Fabric.App)}. */
public final class FabricMain {
  private FabricMain() {}

  /** Runs {@code app} in {@code fabric} to its end. */
  public static <X extends Exception> void run(Fabric fabric, Fabric.App<X> app)
      throws X, InterruptedException {
    FabricCore core = FabricCore.of(fabric);
    Thread hook = new Thread(fabric::close, core.name() + "-shutdown-hook");
    try (fabric) {
      app.make(fabric);
      core.start();
      Runtime.getRuntime().addShutdownHook(hook);
      warnIfNothingKeepsAlive(core);
      awaitNothingKeepsAlive(core);
    } finally {
      remove(hook);
    }
    core.life().throwIfFailed();
  }

  /** Waits until the fabric is closing or no worker keeps the program alive. */
  private static void awaitNothingKeepsAlive(FabricCore core) throws InterruptedException {
    core.progress().await(() -> core.life().isClosing() || !isKeptAlive(core), Seam.NEVER);
  }

  private static boolean isKeptAlive(FabricCore core) {
    return core.roster().workers().stream()
        .anyMatch(worker -> !worker.isDaemon() && worker.isAlive());
  }

  private static void warnIfNothingKeepsAlive(FabricCore core) {
    List<Worker> workers = core.workers();
    if (!workers.isEmpty() && workers.stream().allMatch(Worker::isDaemon)) {
      Failures.warn("Nothing keeps this program alive: fabric \""
          + core.name()
          + "\" has only daemons, so it ends as soon as its tasks have."
          + " Give it a producer, a consumer or a timer that is no daemon");
    }
  }

  private static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The JVM is shutting down, and the hook is what closed the fabric.
    }
  }
}
