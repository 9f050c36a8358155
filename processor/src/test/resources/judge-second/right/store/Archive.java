package store;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the index first, as the base does, by naming both where it needs both. */
@Woven
public abstract class Archive extends LogStore<String> {
  private final Map<String, Long> journal = new LinkedHashMap<>();

  @Synchronized(lock = {"journal", "index"})
  public void post(String id, long cents) {
    journal.put(id, cents);
    note(id);
  }

  @Override
  protected boolean isLive(String id) {
    return !id.isEmpty();
  }

  @Override
  @Synchronized(lock = "journal")
  protected void compacted(int size) {
    journal.put("compacted-" + size, 0L);
  }
}
