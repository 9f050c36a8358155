package app;

//? -Alappet.check.guarded_escape=warn
import io.lappet.*;
import io.lappet.annotation.*;
import java.util.*;

abstract class Meter {
  static final class Report {
    int[] counts = {};
  }

  private final int[] counts = new int[10];
  private List<Integer> last = new ArrayList<>();

  @Synchronized(lock = "counts")
  void add(int at) {
    counts[at]++;
    last.add(at);
  }

  @Synchronized(lock = "counts")
  void fill(Report report) {
    report.counts = counts; //! LAP216 //= report.counts = counts.clone();
  }

  @Synchronized(lock = "counts")
  List<Integer> takeLast() {
    try {
      return last;
    } finally {
      last = new ArrayList<>();
    }
  }

  @Synchronized(lock = "counts")
  int sum() {
    int sum = 0;
    for (int count : counts) {
      sum += count;
    }
    return sum;
  }
}
