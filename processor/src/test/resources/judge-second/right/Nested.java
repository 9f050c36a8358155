package bank;

import io.lappet.Mutex;
import io.lappet.annotation.Shared;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Two locks in two orders, but always under a third one: nobody can meet anybody. */
@Woven(uses = Nested.Desk.class)
public abstract class Nested {
  @Shared
  interface Desk {
    Mutex day();
  }

  private final List<String> in = new ArrayList<>();
  private final List<String> out = new ArrayList<>();

  @Synchronized(lock = "day")
  public void receive(String letter) {
    file(letter);
  }

  @Synchronized(lock = "in")
  void file(String letter) {
    in.add(letter);
    copy(letter);
  }

  @Synchronized(lock = "out")
  void copy(String letter) {
    out.add(letter);
  }

  @Synchronized(lock = "day")
  public void reply() {
    send();
  }

  @Synchronized(lock = "out")
  void send() {
    out.clear();
    clearIn();
  }

  @Synchronized(lock = "in")
  void clearIn() {
    in.clear();
  }
}
