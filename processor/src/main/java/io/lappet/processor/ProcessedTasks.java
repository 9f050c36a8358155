package io.lappet.processor;

import com.sun.source.util.JavacTask;
import io.lappet.processor.check.Levels;
import io.lappet.processor.topology.TopologyReport;
import java.lang.ref.WeakReference;
import java.util.Collections;
import java.util.Map;
import java.util.Optional;
import java.util.WeakHashMap;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import org.jspecify.annotations.Nullable;

/**
 * The runs of javac in which the processor took part, with what it tells the plug-in of the same jar.
 *
 * <p>Several compilers may run in one JVM, so a run is known by its task. Tools that wrap the
 * environment (IntelliJ does) hide the task; a run stays on one thread, which stands for it then.
 */
final class ProcessedTasks {
  /** What is known of one run. */
  private static final class Run {
    private final Levels levels;
    private final int release;
    // Weak, as it leads to the task, and a task that is the key of its own value would stay for
    // ever.
    private final WeakReference<Filer> filer;
    private final WeakReference<Messager> messager;
    private @Nullable TopologyReport topology;
    private boolean concerned;

    Run(Levels levels, int release, Filer filer, Messager messager) {
      this.levels = levels;
      this.release = release;
      this.filer = new WeakReference<>(filer);
      this.messager = new WeakReference<>(messager);
    }
  }

  private static final Map<JavacTask, Run> TASKS = Collections.synchronizedMap(new WeakHashMap<>());
  private static final ThreadLocal<Run> HIDDEN = new ThreadLocal<>();
  private static final ThreadLocal<Boolean> WATCHED = new ThreadLocal<>();

  private ProcessedTasks() {}

  /** A run of javac begins on this thread. */
  static void begin() {
    HIDDEN.remove();
    WATCHED.set(true);
  }

  /** The run on this thread ends. */
  static void end() {
    HIDDEN.remove();
    WATCHED.remove();
  }

  /** Remembers the run of {@code environment}. */
  static void add(ProcessingEnvironment environment) {
    Run run = new Run(
        new Levels(environment.getOptions(), mistake -> {}),
        environment.getSourceVersion().ordinal(),
        environment.getFiler(),
        environment.getMessager());
    try {
      TASKS.put(JavacTask.instance(environment), run);
    } catch (IllegalArgumentException | LinkageError e) {
      HIDDEN.set(run);
    }
  }

  /** Leaves a topology to the plug-in, which knows more when bodies have been read. */
  static void leave(ProcessingEnvironment environment, TopologyReport topology) {
    Run run = run(environment);
    if (run != null) {
      run.topology = topology;
    }
  }

  /** The topology that was left in the run of {@code task}; once. */
  static Optional<TopologyReport> takeTopology(JavacTask task) {
    Run run = run(task);
    TopologyReport topology = run == null ? null : run.topology;
    if (run != null) {
      run.topology = null;
    }
    return Optional.ofNullable(topology);
  }

  /** Who shows messages that belong to no place, in the run of {@code task}. */
  static Optional<Messager> messager(JavacTask task) {
    return Optional.ofNullable(run(task)).map(run -> run.messager.get());
  }

  /** Says that there is something for us in the run of {@code environment}. */
  static void concern(ProcessingEnvironment environment) {
    Run run = run(environment);
    if (run != null) {
      run.concerned = true;
    }
  }

  private static @Nullable Run run(ProcessingEnvironment environment) {
    try {
      return TASKS.get(JavacTask.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      return HIDDEN.get();
    }
  }

  /** Whether the plug-in was started in the run of {@code environment}: whether it reads bodies. */
  static boolean isWatched(ProcessingEnvironment environment) {
    return run(environment) != null && WATCHED.get() != null;
  }

  /** Whether the processor took part in the run of {@code task}, on this thread. */
  static boolean contains(JavacTask task) {
    return run(task) != null;
  }

  /** How loud each message is in the run of {@code task}; empty if the processor took no part. */
  static Optional<Levels> levels(JavacTask task) {
    return Optional.ofNullable(run(task)).map(run -> run.levels);
  }

  /** The release of Java that the run of {@code task} compiles for; 0 if nobody knows. */
  static int release(JavacTask task) {
    Run run = run(task);
    return run == null ? 0 : run.release;
  }

  /** Where the run of {@code task} keeps files; empty if the processor took no part. */
  static Optional<Filer> filer(JavacTask task) {
    return Optional.ofNullable(run(task)).map(run -> run.filer.get());
  }

  /** Whether the processor has found a class of ours in the run of {@code task}. */
  static boolean isConcerned(JavacTask task) {
    Run run = run(task);
    return run != null && run.concerned;
  }

  private static @Nullable Run run(JavacTask task) {
    Run run = TASKS.get(task);
    return run == null ? HIDDEN.get() : run;
  }
}
