package io.lappet.processor;

import com.google.auto.service.AutoService;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.Plugin;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * Says so if a class asks for something and the processor did not run.
 *
 * <p>Since JDK 23 javac no longer takes processors from the class path by itself, but it still takes
 * plug-ins from there. {@code -J-Dlappet.plugin=off}, or {@code -Xplugin:Lappet off}, turns this one
 * off: for a second run without processors that is meant.
 */
@AutoService(Plugin.class)
public final class NotProcessedPlugin implements Plugin {
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
      task.addTaskListener(new Watch(task));
    }
  }

  /** Looks once, when all declarations are known and no body has been read. */
  private static final class Watch implements TaskListener {
    private final JavacTask task;
    private final Set<CompilationUnitTree> entered = new LinkedHashSet<>();
    private boolean processing;
    private boolean processed;
    private boolean done;

    Watch(JavacTask task) {
      this.task = task;
    }

    @Override
    public void finished(TaskEvent event) {
      if (event.getKind() == TaskEvent.Kind.ENTER && !done) {
        entered.add(event.getCompilationUnit());
      }
    }

    @Override
    public void started(TaskEvent event) {
      switch (event.getKind()) {
        case ANNOTATION_PROCESSING -> processing = true;
        case ANNOTATION_PROCESSING_ROUND -> processed = true;
        case ANALYZE -> analyze(event.getCompilationUnit());
        default -> {}
      }
    }

    private void analyze(CompilationUnitTree present) {
      // There are processors, and javac did not come to the first round: it has found mistakes.
      boolean gaveUp = processing && !processed;
      if (!done && !gaveUp && !ProcessedTasks.contains(task)) {
        look(present);
      }
      done = true;
      entered.clear();
    }

    private void look(CompilationUnitTree present) {
      Trees trees = Trees.instance(task);
      try {
        new UnprocessedClasses(trees).reportFirstOf(entered);
      } catch (RuntimeException | LinkageError e) {
        String text = "Lappet could not see whether annotation processing ran: " + e;
        trees.printMessage(Diagnostic.Kind.NOTE, text, present, present);
      }
    }
  }
}
