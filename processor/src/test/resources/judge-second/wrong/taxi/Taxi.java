package taxi;

/** Where a taxi is. */
public class Taxi {
  private volatile boolean free = true;

  public boolean isFree() {
    return free;
  }

  public void setFree(boolean free) {
    this.free = free;
  }
}
