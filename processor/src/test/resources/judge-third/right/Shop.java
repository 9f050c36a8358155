package shop;

import io.lappet.annotation.Synchronized;

/** Two locks in one order, by way of a default method; and one that is taken again. */
public abstract class Shop implements Ledgered {
  private int sold;
  private int booked;

  @Synchronized(lock = "till")
  public void sell() {
    sold++;
    bookTwice();
  }

  @Override
  @Synchronized(lock = "books")
  public void book() {
    booked++;
  }

  @Override
  @Synchronized(lock = "books")
  public void bookTwice() {
    Ledgered.super.bookTwice();
  }

  @Synchronized(lock = "books")
  public int booked() {
    return booked;
  }

  @Synchronized(lock = "till")
  public int open() {
    return sold - booked();
  }
}

interface Ledgered {
  void book();

  default void bookTwice() {
    book();
    book();
  }
}
