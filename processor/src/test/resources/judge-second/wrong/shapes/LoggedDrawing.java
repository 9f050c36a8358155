// LAP009
package shapes;

import io.lappet.annotation.Woven;

/** The override writes a line, and takes no lock any more. */
@Woven
public abstract class LoggedDrawing extends Drawing {
  @Override
  public void add(String shape) { // here
    System.out.println("adding " + shape);
    shapes.add(shape);
  }
}
