// the body that runs later takes the lock itself
package batch;

import io.lappet.Fabric;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

@Woven
public abstract class Batch {
  private final List<String> waiting = new ArrayList<>();
  private boolean planned;

  abstract Fabric fabric();

  @Synchronized
  public void add(String item) {
    waiting.add(item);
    if (!planned) {
      planned = true;
      fabric().after(Duration.ofMillis(50), "flush", this::flush);
    }
  }

  @Synchronized
  void flush() {
    planned = false;
    System.out.println(String.join(",", waiting));
    waiting.clear();
  }

  public void later(String item) {
    fabric().submit("later", () -> addAndCount(item)).onSuccess(count -> System.out.println(count));
  }

  @Synchronized
  int addAndCount(String item) {
    add(item);
    return waiting.size();
  }
}
