package library;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.Map;

@Woven(uses = Locks.class)
public abstract class Desk {
  private final Map<String, String> lent = new HashMap<>();
  private final Notifier notifier;

  protected Desk(Notifier notifier) {
    this.notifier = notifier;
  }

  @Synchronized(lock = "shelves")
  public boolean lend(String book, String reader) {
    if (lent.putIfAbsent(book, reader) != null) {
      return false;
    }
    notifier.lent(book, reader);
    return true;
  }

  @Synchronized(lock = "shelves")
  public boolean isLent(String book) {
    return lent.containsKey(book);
  }
}
