package io.lappet.internal.fabric;

import io.lappet.Fabric;

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
      core.awaitNothingKeepsAlive();
    } finally {
      remove(hook);
    }
    core.throwIfFailed();
  }

  private static void warnIfNothingKeepsAlive(FabricCore core) {
    if (!core.isKeptAlive() && !core.workers().isEmpty() && core.state() == Fabric.State.RUNNING) {
      Failures.warn("Nothing keeps this program alive: fabric \""
          + core.name()
          + "\" has only daemons, so it ends as soon as its tasks have");
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
