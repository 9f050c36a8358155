package io.lappet.internal.fabric;

import io.lappet.ShutdownReport;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Closes a fabric, or stops one component of it, and lets callers wait for that. */
final class Closing {
  private final FabricCore fabric;
  private final FabricLife life;
  private final Roster roster;
  private final Crew crew;

  Closing(FabricCore fabric) {
    this.fabric = fabric;
    this.life = fabric.life();
    this.roster = fabric.roster();
    this.crew = fabric.crew();
  }

  ShutdownReport close(Duration grace) {
    Shutdown shutdown = begin(grace);
    return await(shutdown, shutdown::awaitUnlessNeeded);
  }

  /** Begins to close, or hastens a close that takes longer than {@code grace} from now. */
  Shutdown begin(Duration grace) {
    Shutdown present =
        life.drain(() -> new Shutdown(fabric, roster.components(), roster.channels(), true, grace));
    present.begin(fabric.name() + "-close");
    present.hasten(grace);
    return present;
  }

  ShutdownReport stop(Object self, Duration grace) {
    Component found = roster.find(self);
    return found == null ? ShutdownReport.CLEAN : stop(found, grace);
  }

  private ShutdownReport stop(Component component, Duration grace) {
    Shutdown ofAll = life.shutdown();
    if (ofAll != null) {
      return awaitEnd(ofAll); // which deals with this component too
    }
    fabric.progress().change(() -> component.isStopped = true);
    Shutdown stopping = new Shutdown(fabric, List.of(component), component.channels, false, grace);
    stopping.begin(component.name + "-stop");
    ShutdownReport report = awaitEnd(stopping);
    roster.remove(component);
    component.giveUpInputs();
    component.lanes.forEach(LaneCore::seal);
    return report;
  }

  /** Stops the component unless that has happened; true for the first caller only. */
  boolean stopOnce(Component component, Duration grace) {
    if (!component.closed.compareAndSet(false, true)) {
      return false;
    }
    if (roster.find(component.self) != null && !isRunByCaller()) {
      stop(component, grace);
    }
    return true;
  }

  private boolean isRunByCaller() {
    return Shutdown.isRunBy(Thread.currentThread(), fabric);
  }

  private ShutdownReport awaitEnd(Shutdown shutdown) {
    return await(shutdown, jobs -> shutdown.await());
  }

  /**
   * Waits for a shutdown. A thread of the fabric is not waited for meanwhile, and the thread that
   * runs a shutdown does not wait.
   *
   * @param fromInside how a thread of the fabric waits that does these jobs
   */
  private ShutdownReport await(Shutdown shutdown, Function<List<Job>, ShutdownReport> fromInside) {
    if (isRunByCaller()) {
      return ShutdownReport.CLEAN;
    }
    List<Job> jobs = Crew.jobsOfCaller(fabric);
    if (jobs.isEmpty()) {
      return shutdown.await();
    }
    crew.leaveForShutdown(jobs);
    try {
      serveOwnLane(jobs, shutdown);
      return fromInside.apply(jobs);
    } finally {
      crew.comeBack(jobs);
    }
  }

  /** The shutdown waits for what is queued in a lane, which may wait for the calling thread. */
  private void serveOwnLane(List<Job> jobs, Shutdown shutdown) {
    LaneCore lane = laneOf(jobs);
    boolean interrupted = false;
    while (lane != null && !shutdown.isOver()) {
      try {
        lane.serveUntil(
            shutdown::isOver, shutdown.latestEnd(), performs -> awaited(jobs, performs));
        lane = null;
      } catch (InterruptedException e) {
        interrupted = true;
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
  }

  private static @Nullable LaneCore laneOf(List<Job> jobs) {
    return jobs.stream().map(Job::lane).filter(Objects::nonNull).findFirst().orElse(null);
  }

  /** What the caller does now is waited for, unlike the caller itself. */
  private void awaited(List<Job> jobs, Runnable performs) {
    crew.comeBack(jobs);
    try {
      performs.run();
    } finally {
      crew.leaveForShutdown(jobs);
    }
  }
}
