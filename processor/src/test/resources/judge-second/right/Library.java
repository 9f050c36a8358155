package library;

import io.lappet.Gate;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.List;
import java.util.TreeSet;

/** The gate is waited for before the lock is taken. */
public abstract class Library {
  private final TreeSet<String> titles = new TreeSet<>();

  public abstract Gate loaded();

  @WaitUntil("loaded")
  @Synchronized(lock = "titles")
  public boolean has(String title) throws InterruptedException {
    return titles.contains(title);
  }

  public String describe() throws InterruptedException {
    loaded().await();
    return "a library of " + size();
  }

  @Synchronized(lock = "titles")
  int size() {
    return titles.size();
  }

  @Synchronized(lock = "titles")
  public void load(List<String> all) {
    titles.addAll(all);
    loaded().open();
  }
}
