package tx;

import io.lappet.annotation.Synchronized;
import java.util.Map;

/** Reads the seat, writes the seat; the commit comes after the lock was given back. */
public abstract class SeatMap {
  interface Table {
    Map<Integer, String> seats();

    void store(int seat, String guest);
  }

  private final Table table;

  protected SeatMap(Table table) {
    this.table = table;
  }

  @Transactional // here
  @Synchronized(lock = "seats") // here
  public boolean book(int seat, String guest) { // here
    if (table.seats().containsKey(seat)) {
      return false;
    }
    table.store(seat, guest);
    return true;
  }

  @Synchronized(lock = "seats")
  public boolean isFree(int seat) {
    return !table.seats().containsKey(seat);
  }
}
