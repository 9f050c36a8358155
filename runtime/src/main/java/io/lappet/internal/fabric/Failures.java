package io.lappet.internal.fabric;

import io.lappet.FabricListener;
import io.lappet.Failure;
import io.lappet.Hazard;
import io.lappet.LateTick;
import io.lappet.Worker;
import io.lappet.internal.seam.Abandoned;
import java.lang.System.Logger.Level;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;

/** Tells listeners what happens, and the log what no listener can be told. */
final class Failures {
  private static final String LOG = "io.lappet";

  private final List<FabricListener> listeners;

  Failures(List<FabricListener> listeners) {
    this.listeners = listeners;
  }

  void report(Failure failure) {
    if (listeners.isEmpty()) {
      log(
          Level.ERROR,
          failure.name()
              + " failed on thread "
              + failure.thread().getName()
              + "; what follows: "
              + failure.decision(),
          failure.cause());
    }
    tell(listener -> listener.onFailure(failure));
  }

  void started(String name, Thread thread) {
    tell(listener -> listener.onStart(name, thread));
  }

  void ended(String name, Thread thread) {
    tell(listener -> listener.onEnd(name, thread));
  }

  void restarting(Worker worker, Duration after) {
    tell(listener -> listener.onRestart(worker, after));
  }

  /** Says whether somebody was told; if not, it is for the caller to log it now and then. */
  boolean late(LateTick late) {
    tell(listener -> listener.onLate(late));
    return !listeners.isEmpty();
  }

  void hazard(Hazard hazard) {
    System.getLogger(LOG).log(Level.ERROR, hazard.text());
    tell(listener -> listener.onHazard(hazard));
  }

  private void tell(Consumer<FabricListener> event) {
    for (FabricListener listener : listeners) {
      try {
        event.accept(listener);
      } catch (Abandoned e) {
        throw e;
      } catch (Throwable e) {
        log(Level.ERROR, "A listener failed: " + listener, e);
      }
    }
  }

  static void log(Level level, String text, Throwable cause) {
    System.getLogger(LOG).log(level, text, cause);
  }

  static void warn(String text) {
    System.getLogger(LOG).log(Level.WARNING, text);
  }
}
