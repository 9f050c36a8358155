package store;

import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** A store with an index; what to do when it is compacted is left to others. */
public abstract class LogStore<K> {
  private final List<K> index = new ArrayList<>();

  @Synchronized(lock = "index")
  public void note(K key) {
    index.add(key);
  }

  @Synchronized(lock = "index")
  public void compact() { // here
    index.removeIf(key -> !isLive(key));
    compacted(index.size()); // here
  }

  protected abstract boolean isLive(K key);

  protected abstract void compacted(int size);
}
