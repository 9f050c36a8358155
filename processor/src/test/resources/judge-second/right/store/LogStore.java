package store;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A store whose subclasses are told with its lock held. */
public abstract class LogStore<K> {
  private final List<K> index = new ArrayList<>();

  @Synchronized(lock = "index")
  public void note(K key) {
    index.add(key);
  }

  @Synchronized(lock = "index")
  public void compact() {
    index.removeIf(key -> !isLive(key));
    compacted(index.size());
  }

  protected abstract boolean isLive(K key);

  protected abstract void compacted(int size);
}
