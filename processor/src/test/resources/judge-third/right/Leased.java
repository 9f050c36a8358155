package leased;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Woven;
import java.util.function.UnaryOperator;

/** The first connection is given back before the second one is asked for; or both are taken at once. */
@Woven
public abstract class Leased {
  private final UnaryOperator<String> database;

  protected Leased(UnaryOperator<String> database) {
    this.database = database;
  }

  @Limit(permits = 2)
  abstract Permits connections();

  public String copy(String from, String to) throws InterruptedException {
    String found;
    try (Lease reading = connections().acquire()) {
      found = database.apply(from);
      System.out.println("read with " + reading);
    }
    return write(to, found);
  }

  private String write(String to, String value) throws InterruptedException {
    try (Lease writing = connections().acquire()) {
      System.out.println("write with " + writing);
      return database.apply(to + value);
    }
  }

  public String both(String from, String to) throws InterruptedException {
    try (Lease all = connections().acquire(2)) {
      System.out.println("copy with " + all);
      return database.apply(from) + database.apply(to);
    }
  }
}
