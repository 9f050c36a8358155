package io.lappet.internal.fabric;

import io.lappet.Task;
import io.lappet.WiringException;
import io.lappet.internal.channel.Vigil;
import io.lappet.internal.config.Tuning;
import io.lappet.internal.fabric.Settings.LaneSpec;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.Executor;
import java.util.function.ToLongFunction;

/** Where the tasks of a fabric run: on threads of their own, on its lanes, and elsewhere. */
final class Venues {
  private static final String CPU = "cpu";

  private final FabricCore fabric;
  private final Progress progress;
  private final Map<String, LaneSpec> declared;
  private final Errands errands;
  private final List<Venue> others = new CopyOnWriteArrayList<>();
  private final Set<LoopCore> loops = new HashSet<>(); // guarded by progress; those that run
  private final Vigil vigilOfLoops = new Vigil();
  private final Vigil vigilOfRunners = new Vigil();
  private volatile boolean stopped; // written with progress
  private final Map<String, LaneCore> named = new HashMap<>(); // guarded by progress

  Venues(FabricCore fabric, Map<String, LaneSpec> lanes) {
    this.fabric = fabric;
    this.progress = fabric.progress();
    this.errands = new Errands(fabric);
    this.declared = new LinkedHashMap<>(lanes);
    declared.putIfAbsent(CPU, LaneSpec.of(Runtime.getRuntime().availableProcessors(), null));
  }

  Errands errands() {
    return errands;
  }

  /** Takes in a venue, until it is over. */
  <V extends Venue> V adopt(V venue) {
    others.removeIf(Venue::isOver);
    others.add(venue);
    if (fabric.life().hasEnded()) {
      venue.stop();
    }
    return venue;
  }

  // ---- Loops, of which only those that run are known

  /** How long those who wait for a task of a loop stay awake. */
  Vigil vigilOfLoops() {
    return vigilOfLoops;
  }

  /** How long threads of loops that find nothing more to do stay awake. */
  Vigil vigilOfRunners() {
    return vigilOfRunners;
  }

  /** A loop is about to run; says whether it may. Closing sees it from now on. */
  boolean begins(LoopCore loop) {
    return progress.locked(() -> {
      if (!stopped) {
        loops.add(loop);
      }
      return !stopped;
    });
  }

  /** The runner of a loop finds nothing to do; says whether the loop rests. */
  boolean rests(LoopCore loop) {
    return progress.locked(() -> loop.rest() && loops.remove(loop));
  }

  /** Whether no task begins any more. */
  boolean isStopped() {
    return stopped;
  }

  private List<LoopCore> loops() {
    return progress.locked(() -> List.copyOf(loops));
  }

  // ---- All

  /** Lets the number of threads of each lane be configured, also if nobody has used it yet. */
  void askConfiguration() {
    for (Map.Entry<String, LaneSpec> lane : declared.entrySet()) {
      threads(lane.getKey(), lane.getValue());
    }
  }

  private int threads(String name, LaneSpec spec) {
    Tuning tuning = spec.executor() == null ? fabric.configuration().of("lane", name) : null;
    return tuning == null ? spec.threads() : tuning.number("threads", 1, spec.threads());
  }

  /** The lane that the builder was given under this name. */
  LaneCore lane(String name) {
    LaneSpec spec = declared.get(name);
    if (spec == null) {
      throw new WiringException(
          "Fabric \"" + fabric.name() + "\" has no lane \"" + name + "\"; it has " + names());
    }
    return progress.locked(() -> {
      LaneCore present = named.get(name);
      if (present == null) {
        Executor executor = spec.executor();
        present = adopt(
            executor == null
                ? new PoolLane(fabric, name, threads(name, spec), spec.queue())
                : new ExecutorLane(fabric, name, executor));
        named.put(name, present);
      }
      return present;
    });
  }

  /** What the lanes are called that the builder was given. */
  Set<String> names() {
    return new TreeSet<>(declared.keySet());
  }

  /** Those that have not ended, or whose body has not. */
  List<TaskCore<?>> unfinished() {
    List<TaskCore<?>> all = new ArrayList<>();
    errands.listTasks(all);
    others.forEach(venue -> venue.listTasks(all));
    loops().forEach(venue -> venue.listTasks(all));
    return all;
  }

  /** Those that run or wait. */
  List<Task<?>> open() {
    return unfinished().stream()
        .filter(task -> !task.isDone())
        .<Task<?>>map(task -> task)
        .toList();
  }

  /** The threads that run tasks now. */
  void listThreads(Map<Thread, Job> all) {
    errands.listThreads(all::put);
    others.forEach(venue -> venue.listThreads(all::put));
    loops().forEach(venue -> venue.listThreads(all::put));
  }

  /** How many tasks closing has to wait for. */
  long awaited() {
    return sum(Venue::awaited);
  }

  /** How many tasks have not ended, daemons and those that wait for their delay included. */
  long present() {
    return sum(Venue::present);
  }

  /** How many threads there are that only run tasks of others. */
  long poolThreads() {
    return sum(Venue::poolThreads);
  }

  private long sum(ToLongFunction<Venue> count) {
    long sum = count.applyAsLong(errands);
    for (Venue venue : others) {
      sum += count.applyAsLong(venue);
    }
    for (Venue venue : loops()) {
      sum += count.applyAsLong(venue);
    }
    return sum;
  }

  /** Lets no task begin any more, and threads go that have none. */
  void stop() {
    progress.change(() -> stopped = true);
    others.forEach(Venue::stop);
    loops().forEach(Venue::stop);
  }

  /** The threads of a fabric in the order in which they began. */
  static List<Thread> inOrder(Map<Thread, Job> jobs) {
    return jobs.entrySet().stream()
        .sorted(Comparator.comparingLong(entry -> entry.getValue().number))
        .map(Map.Entry::getKey)
        .toList();
  }
}
