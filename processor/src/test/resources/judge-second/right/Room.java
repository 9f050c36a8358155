package hotel;

import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.HashMap;
import java.util.Iterator;
import java.util.Map;
import java.util.Optional;

/** A guard with variables, iterators and streams of its own changes nothing that lasts. */
public abstract class Room {
  private final Map<String, String> guests = new HashMap<>();
  private final int rooms;

  protected Room(int rooms) {
    this.rooms = rooms;
  }

  boolean canCheckIn(String guest, String... others) {
    int wanted = 1;
    StringBuilder names = new StringBuilder(guest);
    for (String other : others) {
      wanted++;
      names.append(other);
    }
    Iterator<String> it = guests.values().iterator();
    int used = 0;
    while (it.hasNext()) {
      used += it.next().isEmpty() ? 0 : 1;
    }
    return names.length() > 0 && used + wanted <= rooms;
  }

  @Synchronized
  @WaitUntil("canCheckIn")
  public void checkIn(String guest, String... others) throws InterruptedException {
    guests.put(guest, guest);
    for (String other : others) {
      guests.put(other, guest);
    }
  }

  @Synchronized
  public Optional<String> checkOut(String guest) {
    return Optional.ofNullable(guests.remove(guest));
  }
}
