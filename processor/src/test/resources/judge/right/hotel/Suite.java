package hotel;

import io.lappet.annotation.Synchronized;

public abstract class Suite {
  private final Hotel hotel;
  private String guest;

  protected Suite(Hotel hotel) {
    this.hotel = hotel;
  }

  @Synchronized
  public boolean take(String name) {
    if (guest != null) {
      return false;
    }
    guest = name;
    return true;
  }

  @Synchronized
  public boolean isFree() {
    return guest == null;
  }

  @Synchronized
  void leave() {
    guest = null;
  }

  public int leaveAndCount() {
    leave();
    return hotel.free();
  }
}
