package hall;

import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;

/** The subclass, in the other one. */
public abstract class Banquet extends Guests {
  @PeriodicTimer(every = "1h")
  @Synchronized(lock = "seats") // here
  void clear() { // here
    try {
      if (count() == 0) { // here
        seats = 10;
      }
    } finally {
      System.out.println(seats);
    }
  }
}
