package bank;

import io.lappet.annotation.Synchronized;

/** Both tills are locked at once, and a new one is nobody else's. */
public abstract class Branch {
  private final String town;
  private long till;

  protected Branch(String town, long till) {
    this.town = town;
    this.till = till;
  }

  @Synchronized(lock = "till")
  public void add(long cents) {
    till += cents;
  }

  @Synchronized(lock = {"till", "other.till"})
  public void balance(Branch other) {
    long half = (till + other.till) / 2;
    long moved = till - half;
    add(-moved);
    other.add(moved);
  }

  @Synchronized(lock = "till")
  public Branch split(String name) {
    Branch part = new WovenBranch(name, 0);
    part.add(till / 2);
    till -= till / 2;
    System.out.println(town + " gave to " + name);
    return part;
  }
}
