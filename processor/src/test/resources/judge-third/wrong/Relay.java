// LAP214
package relay;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.ArrayList;
import java.util.List;

/** A generic helper of another class sends what it is given. */
public abstract class Relay {
  static final class Outbox<T> {
    private final Sender<T> out;

    Outbox(Sender<T> out) {
      this.out = out;
    }

    void post(T letter) throws InterruptedException {
      out.send(letter);
    }
  }

  abstract Sender<List<String>> letters();

  public void write(String... lines) throws InterruptedException {
    Outbox<List<String>> outbox = new Outbox<>(letters());
    List<String> letter = new ArrayList<>(List.of("Dear all,"));
    for (String line : lines) {
      letter.add(line); // here
      outbox.post(letter); // here
    }
  }

  @Consumer(from = "letters")
  void read(List<String> letter) {
    System.out.println(letter);
  }
}
