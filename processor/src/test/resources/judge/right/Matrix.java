// ordered by hand: the locks of two objects are both named by paths of parameters
package matrix;

import io.lappet.annotation.Synchronized;
import java.util.Arrays;

public abstract class Matrix {
  private final double[] cells;

  protected Matrix(double... cells) {
    this.cells = cells.clone();
  }

  @Synchronized(lock = "cells")
  public double[] cells() {
    return cells.clone();
  }

  @Synchronized(lock = "cells")
  public void scale(double by) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] *= by;
    }
  }

  @Synchronized(lock = {"cells", "left.cells", "right.cells"})
  public void sum(Matrix left, Matrix right) {
    left.scale(1);
    for (int i = 0; i < cells.length; i++) {
      cells[i] = left.cells[i] + right.cells[i];
    }
    right.scale(1);
  }

  public void addTo(Matrix other) {
    double[] mine = cells();
    other.plus(mine);
    System.out.println(Arrays.toString(mine));
  }

  @Synchronized(lock = "cells")
  void plus(double[] more) {
    for (int i = 0; i < cells.length; i++) {
      cells[i] += more[i];
    }
  }
}
