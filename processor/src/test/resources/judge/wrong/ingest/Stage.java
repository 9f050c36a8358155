// LAP005
package ingest;

import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** A stage that takes batches of rows; the subclass says where they come from. */
public abstract class Stage<K, R> {
  protected final Map<K, List<R>> seen;

  protected Stage(Map<K, List<R>> seen) {
    this.seen = seen;
  }

  protected abstract boolean accepts(K key);

  @Consumer(from = "batches") // here
  void store(Map.Entry<K, List<R>> batch) { // here
    if (accepts(batch.getKey())) {
      seen.put(batch.getKey(), new ArrayList<>(batch.getValue()));
    }
  }
}
