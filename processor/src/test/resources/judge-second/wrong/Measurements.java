// LAP005
package lab;

import io.lappet.Channel;
import io.lappet.annotation.Consumer;
import java.util.List;
import java.util.Map;

/** A list of numbers is no list of doubles. */
public abstract class Measurements {
  public abstract Channel<Map<String, List<? extends Number>>> runs(); // here

  @Consumer(from = "runs") // here
  void mean(Map<String, List<Double>> run) { // here
    run.forEach((name, values) -> {
      double sum = 0;
      for (Double value : values) {
        sum += value;
      }
      System.out.println(name + " " + sum / Math.max(1, values.size()));
    });
  }

  public void add(String name, List<Integer> values) throws InterruptedException {
    runs().send(Map.of(name, values));
  }
}
