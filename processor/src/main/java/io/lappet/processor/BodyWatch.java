package io.lappet.processor;

import com.sun.source.tree.ClassTree;
import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.ImportTree;
import com.sun.source.util.JavacTask;
import com.sun.source.util.TaskEvent;
import com.sun.source.util.TaskListener;
import com.sun.source.util.Trees;
import io.lappet.processor.body.check.BodyCheck;
import io.lappet.processor.body.check.BodyReport;
import io.lappet.processor.body.check.StartLines;
import io.lappet.processor.body.facts.Facts;
import io.lappet.processor.body.files.FactsStore;
import io.lappet.processor.body.read.BodyReader;
import io.lappet.processor.body.read.SourceSpot;
import io.lappet.processor.check.Levels;
import io.lappet.processor.topology.BodySurvey;
import io.lappet.processor.topology.TopologyReport;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.tools.Diagnostic;
import org.jspecify.annotations.Nullable;

/**
 * Reads each class when javac has analysed it, and has the checks look at all of them while the last
 * one is not yet written: an error then stops every later build too. javac writes a class right after
 * it has analysed it, so that an error at the end would come once, and not again.
 */
final class BodyWatch implements TaskListener {
  private final JavacTask task;
  private final PendingClasses pending = new PendingClasses();
  private final Set<BodyReport.Line> told = new HashSet<>();
  private @Nullable BodyReader reader;
  private @Nullable FactsStore store;
  private @Nullable Facts facts;
  private @Nullable CompilationUnitTree last;
  private boolean concerned;
  private boolean unread;
  private boolean off;

  BodyWatch(JavacTask task) {
    this.task = task;
  }

  @Override
  public void finished(TaskEvent event) {
    try {
      if (!off) {
        look(event);
      }
    } catch (RuntimeException | LinkageError e) {
      off = true;
      tell(e);
    }
  }

  private void look(TaskEvent event) {
    switch (event.getKind()) {
      case ENTER -> {
        CompilationUnitTree unit = event.getCompilationUnit();
        last = unit;
        pending.enter(unit);
        concerned |= unit.getImports().stream().anyMatch(BodyWatch::isOurs);
      }
      case ANALYZE -> {
        analyzed(event);
        if (pending.isEmpty()) {
          solve();
        }
      }
      case COMPILATION -> {
        solve();
        draw();
        leaveFacts();
      }
      default -> {}
    }
  }

  private static boolean isOurs(ImportTree unit) {
    return unit.getQualifiedIdentifier().toString().startsWith("io.lappet.");
  }

  private void analyzed(TaskEvent event) {
    if (event.getTypeElement() == null) {
      return;
    }
    CompilationUnitTree unit = event.getCompilationUnit();
    String name = event.getTypeElement().getSimpleName().toString();
    Optional<ClassTree> tree = pending.analyzed(unit, name);
    boolean isConcerned = concerned || ProcessedTasks.isConcerned(task);
    if (tree.isPresent() && isConcerned && ProcessedTasks.levels(task).isPresent()) {
      if (reader == null) {
        reader = new BodyReader(task, ProcessedTasks.release(task));
        store = ProcessedTasks.filer(task)
            .map(filer -> new FactsStore(filer, task.getElements()))
            .orElse(null);
      }
      unread |= reader.read(unit, tree.get());
    }
  }

  /** Looks at everything that was read, and again if classes came after that. */
  private void solve() {
    Optional<Levels> levels = ProcessedTasks.levels(task);
    if (reader == null || !unread || levels.isEmpty()) {
      return;
    }
    unread = false;
    FactsStore store = this.store;
    Facts facts = reader.facts(store == null ? here -> List.of() : store::beyond);
    this.facts = facts;
    draw();
    BodyReport report = new BodyReport(levels.get());
    BodyCheck.ALL.forEach(check -> check.check(facts, report));
    for (BodyReport.Line line : report.lines()) {
      if (told.add(line)) {
        ((SourceSpot) line.spot()).print(line.kind(), line.text());
      }
    }
  }

  /** Writes what the processor has drawn, with what bodies add to it; once. */
  private void draw() {
    Optional<TopologyReport> report = ProcessedTasks.takeTopology(task);
    Optional<Filer> filer = ProcessedTasks.filer(task);
    Optional<Messager> messager = ProcessedTasks.messager(task);
    Optional<Levels> levels = ProcessedTasks.levels(task);
    if (report.isEmpty() || filer.isEmpty() || messager.isEmpty() || levels.isEmpty()) {
      return;
    }
    Facts facts = this.facts;
    if (facts != null) {
      BodySurvey.enter(report.get().topology(), facts);
    }
    try {
      report.get().finish(filer.get(), levels.get(), (kind, text) -> {
        // Without bodies it is another one for that reason alone.
        if (facts != null) {
          messager.get().printMessage(kind, text);
        }
      });
    } catch (IOException e) {
      messager.get().printMessage(Diagnostic.Kind.ERROR, "The topology could not be written: " + e);
    }
  }

  /** What others need to know of these classes is kept beside them. */
  private void leaveFacts() {
    if (reader == null || store == null || facts == null) {
      return;
    }
    try {
      store.leave(reader.classes(), facts, StartLines.of(facts));
    } catch (IOException e) {
      note("What the bodies of these classes do could not be kept for other modules: " + e);
    }
  }

  private void tell(Throwable failure) {
    StringWriter stack = new StringWriter();
    failure.printStackTrace(new PrintWriter(stack, true));
    String text = "Lappet could not read the bodies of methods; checks of them are off."
        + " This is a defect of Lappet.%n%s".formatted(stack);
    note(text);
  }

  private void note(String text) {
    CompilationUnitTree unit = last;
    if (unit != null) {
      Trees.instance(task).printMessage(Diagnostic.Kind.NOTE, text, unit, unit);
    }
  }
}
