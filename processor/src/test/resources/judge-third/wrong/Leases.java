// LAP213
package leases;

import io.lappet.Lease;
import io.lappet.Permits;
import io.lappet.annotation.Limit;
import io.lappet.annotation.Woven;
import java.util.function.UnaryOperator;

/** Copies with one connection, and asks for another one of the same two while it has it. */
@Woven
public abstract class Leases {
  private final UnaryOperator<String> database;

  protected Leases(UnaryOperator<String> database) {
    this.database = database;
  }

  @Limit(permits = 2)
  abstract Permits connections();

  public String copy(String from, String to) throws InterruptedException {
    try (Lease reading = connections().acquire()) {
      String found = database.apply(from);
      System.out.println("read with " + reading);
      return write(to, found); // here
    }
  }

  private String write(String to, String value) throws InterruptedException {
    try (Lease writing = connections().acquire()) { // here
      System.out.println("write with " + writing);
      return database.apply(to + value);
    }
  }
}
