// LAP013
package charts;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** A loop is one thread: it cannot have four. */
@Woven(confined = true) // here
public abstract class Chart { // here
  private final List<Double> points = new ArrayList<>();

  public abstract Sender<Double> values();

  @Consumer(from = "values", concurrency = 4) // here
  void plot(Double value) { // here
    points.add(value);
    if (points.size() > 1000) {
      points.subList(0, 500).clear();
    }
  }
}
