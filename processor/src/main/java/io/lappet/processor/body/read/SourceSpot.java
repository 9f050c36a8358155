package io.lappet.processor.body.read;

import com.sun.source.tree.CompilationUnitTree;
import com.sun.source.tree.Tree;
import com.sun.source.util.SourcePositions;
import com.sun.source.util.Trees;
import io.lappet.processor.body.facts.Spot;
import java.io.File;
import javax.tools.Diagnostic;

/** A tree in a source file. Its line is looked for only when a message needs it. */
public final class SourceSpot implements Spot {
  private final Trees trees;
  private final CompilationUnitTree unit;
  private final Tree tree;

  SourceSpot(Trees trees, CompilationUnitTree unit, Tree tree) {
    this.trees = trees;
    this.unit = unit;
    this.tree = tree;
  }

  @Override
  public String text() {
    String path = unit.getSourceFile().getName();
    int name = Math.max(path.lastIndexOf('/'), path.lastIndexOf(File.separatorChar)) + 1;
    return path.substring(name) + ":" + line();
  }

  @Override
  public long line() {
    SourcePositions positions = trees.getSourcePositions();
    return unit.getLineMap().getLineNumber(Math.max(0, positions.getStartPosition(unit, tree)));
  }

  /** Shows {@code text} here. */
  public void print(Diagnostic.Kind kind, String text) {
    trees.printMessage(kind, text, tree, unit);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SourceSpot spot && spot.tree == tree;
  }

  @Override
  public int hashCode() {
    return System.identityHashCode(tree);
  }
}
