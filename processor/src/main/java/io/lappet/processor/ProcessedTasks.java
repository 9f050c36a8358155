package io.lappet.processor;

import com.sun.source.util.JavacTask;
import java.util.Collections;
import java.util.Set;
import java.util.WeakHashMap;
import javax.annotation.processing.ProcessingEnvironment;

/**
 * The runs of javac in which the processor took part. The plug-in of the same jar asks.
 *
 * <p>Several compilers may run in one JVM; a weak map by their task is all the static state there is.
 */
final class ProcessedTasks {
  private static final Set<JavacTask> TASKS =
      Collections.synchronizedSet(Collections.newSetFromMap(new WeakHashMap<>()));

  private ProcessedTasks() {}

  /** Remembers the run of {@code environment}, if it is one of javac. */
  static void add(ProcessingEnvironment environment) {
    try {
      TASKS.add(JavacTask.instance(environment));
    } catch (IllegalArgumentException | LinkageError e) {
      // Not javac, or a tool has wrapped the environment: then nobody asks.
    }
  }

  static boolean contains(JavacTask task) {
    return TASKS.contains(task);
  }
}
