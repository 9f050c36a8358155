package io.lappet.processor;

import com.sun.source.util.JavacTask;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The runs of javac in which the processor took part. The plug-in of the same jar asks.
 *
 * <p>Several compilers may run in one JVM, so a run is known by its task. Tools that wrap the
 * environment (IntelliJ does) hide the task; a run stays on one thread, which stands for it then.
 */
final class ProcessedTasks {
  private static final Set<JavacTask> TASKS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));
  private static final ThreadLocal<Boolean> HIDDEN = new ThreadLocal<>();

  private ProcessedTasks() {}

  /** A run of javac begins on this thread. */
  static void begin() {
    HIDDEN.remove();
  }

  /** Remembers the run of {@code environment}. */
  static void add(ProcessingEnvironment environment) {
    try {
      TASKS.add(JavacTask.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      HIDDEN.set(true);
    }
  }

  /** Whether the processor took part in the run of {@code task}, on this thread. */
  static boolean contains(JavacTask task) {
    return TASKS.contains(task) || HIDDEN.get() != null;
  }
}
