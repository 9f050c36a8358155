// LAP202
package store;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.LinkedHashMap;
import java.util.Map;

/** Takes the journal and then the index; the base takes them the other way round. */
@Woven
public abstract class Ledger extends LogStore<String> {
  private final Map<String, Long> journal = new LinkedHashMap<>();

  @Synchronized(lock = "journal")
  public void post(String id, long cents) { // here
    journal.put(id, cents);
    note(id); // here
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
