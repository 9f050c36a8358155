package shapes;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A drawing that several people work on. */
public abstract class Drawing {
  protected final List<String> shapes = new ArrayList<>();

  @Synchronized(lock = "shapes")
  public void add(String shape) {
    shapes.add(shape);
  }

  @Synchronized(lock = "shapes")
  public int size() {
    return shapes.size();
  }
}
