package shapes;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;

/** The override repeats the annotation, and so does the method beside it with super. */
@Woven
public abstract class SignedDrawing extends Drawing {
  private final String name;

  protected SignedDrawing(String name) {
    this.name = name;
  }

  @Override
  @Synchronized(lock = "shapes")
  public void add(String shape) {
    super.add(shape + " by " + name);
  }

  @Synchronized(lock = "shapes")
  public void addAll(String... all) {
    for (String shape : all) {
      add(shape);
    }
    shapes.sort(null);
  }

  @Override
  public String toString() {
    return name + " drew " + size();
  }
}
