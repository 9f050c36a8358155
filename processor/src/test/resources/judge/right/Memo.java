// a field that is only used by the thread that the lock lets in; atomic references elsewhere
package memo;

import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.Synchronized;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;

public abstract class Memo<K, V> {
  private final Map<K, V> known = new HashMap<>();
  private final ConcurrentMap<K, Task<V>> running = new ConcurrentHashMap<>();
  private final AtomicReference<K> last = new AtomicReference<>();
  private final Function<K, V> function;

  protected Memo(Function<K, V> function) {
    this.function = function;
  }

  V compute(K key) {
    last.set(key);
    V value = lookUp(key);
    if (value == null) {
      value = function.apply(key);
      store(key, value);
    }
    running.remove(key);
    return value;
  }

  @Async
  abstract Task<V> computeAsync(K key);

  @Synchronized
  V lookUp(K key) {
    return known.get(key);
  }

  @Synchronized
  void store(K key, V value) {
    known.put(key, value);
  }

  public V get(K key) {
    return running.computeIfAbsent(key, this::computeAsync).join();
  }
}
