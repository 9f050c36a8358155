// waits with no lock, then locks; a wait whose ender needs another lock
package booking;

import io.lappet.Channel;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.WaitUntil;
import java.util.ArrayList;
import java.util.List;

public abstract class Booking {
  private final List<String> seats = new ArrayList<>();
  private final List<String> log = new ArrayList<>();

  abstract Channel<String> requests();

  boolean hasSeat() {
    return !seats.isEmpty();
  }

  public String serve() throws InterruptedException {
    String guest = requests().receive();
    String seat = take();
    write(guest + " sits on " + seat);
    return seat;
  }

  public void request(String guest) throws InterruptedException {
    requests().send(guest);
    write(guest + " asks");
  }

  @Synchronized(lock = "seats")
  @WaitUntil("hasSeat")
  String take() throws InterruptedException {
    return seats.remove(seats.size() - 1);
  }

  @Synchronized(lock = "seats")
  public void free(String seat) {
    seats.add(seat);
    write(seat + " is free");
  }

  @Synchronized(lock = "log")
  void write(String line) {
    log.add(line);
  }

  @Synchronized(lock = "log")
  public List<String> log() {
    return List.copyOf(log);
  }
}
