// LAP202
package kiosk;

import io.lappet.annotation.Synchronized;

/** The way to the second lock leads through a default method. */
public abstract class Kiosk implements Booked {
  private int sold;
  private int booked;

  @Synchronized(lock = "till")
  public void sell() { // here
    sold++;
    bookTwice(); // here
  }

  @Override
  @Synchronized(lock = "books")
  public void book() {
    booked++;
  }

  @Synchronized(lock = "books")
  public int audit() { // here
    return booked - sold(); // here
  }

  @Synchronized(lock = "till")
  public int sold() {
    return sold;
  }
}

interface Booked {
  void book();

  default void bookTwice() {
    book();
    book();
  }
}
