package io.lappet.processor;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import java.util.LinkedHashSet;
import java.util.Set;
import javax.tools.Diagnostic;

/**
 * Says so if a class asks for something and the processor did not run. It looks once, when all
 * declarations are known and no body has been read.
 */
final class NotProcessedWatch implements TaskListener {
  private final JavacTask task;
  private final Set<CompilationUnitTree> entered = new LinkedHashSet<>();
  private boolean processing;
  private boolean processed;
  private boolean done;

  NotProcessedWatch(JavacTask task) {
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
