package library;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.Map;

@Woven(uses = Locks.class)
public abstract class Readers implements Notifier {
  private final Map<String, Integer> count = new HashMap<>();

  @Override
  @Synchronized(lock = "readers")
  public void lent(String book, String reader) {
    count.merge(reader, 1, Integer::sum);
  }

  @Synchronized(lock = "readers")
  public int of(String reader) {
    return count.getOrDefault(reader, 0);
  }

  public boolean mayLend(Desk desk, String book, String reader) {
    return of(reader) < 5 && !desk.isLent(book);
  }

  @Synchronized(lock = {"readers", "shelves"})
  public boolean lendAnyway(Desk desk, String book, String reader) {
    return of(reader) < 9 && desk.lend(book, reader);
  }
}
