package io.lappet.processor;

import com.google.auto.service.AutoService;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import java.util.Arrays;

/**
 * Looks at what javac does besides the processor: whether that ran at all, and at the bodies of methods.
 *
 * <p>Since JDK 23 javac no longer takes processors from the class path by itself, but it still takes
 * plug-ins from there. {@code -J-Dlappet.plugin=off}, or {@code -Xplugin:Lappet off}, turns this one
 * off: for a second run without processors that is meant.
 */
@AutoService(Plugin.class)
public final class LappetPlugin implements Plugin {
  private static final String OFF = "off";

  @Override
  public String getName() {
    return "Lappet";
  }

  @Override
  public boolean autoStart() {
    return true;
  }

  @Override
  public void init(JavacTask task, String... arguments) {
    ProcessedTasks.begin();
    boolean isOff = OFF.equals(System.getProperty("lappet.plugin"))
        || Arrays.asList(arguments).contains(OFF);
    if (!isOff) {
      task.addTaskListener(new NotProcessedWatch(task));
      task.addTaskListener(new BodyWatch(task));
    }
    task.addTaskListener(new RunEnd());
  }

  /** Forgets the run on this thread when it ends: the next one may be of another compiler. */
  private static final class RunEnd implements TaskListener {
    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.COMPILATION) {
        ProcessedTasks.end();
      }
    }
  }
}
