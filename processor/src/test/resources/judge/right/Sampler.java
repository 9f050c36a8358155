// locals, parameters and objects of the call are nobody else's
package sample;

import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.StringJoiner;

public abstract class Sampler {
  private static class Window {
    private double sum;
    private int count;

    void add(double value) {
      sum += value;
      count++;
    }

    double mean() {
      return count == 0 ? 0 : sum / count;
    }
  }

  abstract Sender<double[]> rows();

  @Consumer(from = "rows", concurrency = 8)
  void row(double[] row) {
    Window window = new Window();
    Map<Integer, Integer> seen = new HashMap<>();
    for (double value : row) {
      window.add(value);
      seen.merge((int) value, 1, Integer::sum);
    }
    System.out.println(text(window, seen));
  }

  private static String text(Window window, Map<Integer, Integer> seen) {
    StringJoiner text = new StringJoiner(", ");
    text.add("mean " + window.mean());
    seen.forEach((value, count) -> text.add(value + "x" + count));
    return text.toString();
  }

  List<String> sort(List<String> names) {
    List<String> copy = new ArrayList<>(names);
    copy.sort(null);
    return copy;
  }

  @Async
  abstract Task<List<String>> sortAsync(List<String> names);
}
