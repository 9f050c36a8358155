// LAP206
package news;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Holds the list of readers while it sends to a consumer that needs the list. */
public abstract class Newsletter {
  public record Letter(String to, String text) {}

  private final List<String> readers = new ArrayList<>();

  @ChannelSpec(capacity = 16)
  abstract Channel<Letter> letters();

  @Synchronized(lock = "readers")
  public void subscribe(String reader) {
    readers.add(reader);
  }

  @PeriodicTimer(every = "1d")
  @Synchronized(lock = "readers")
  void edition() throws InterruptedException { // here
    String text = "News of the day";
    for (String reader : readers) {
      letters().send(new Letter(reader, text)); // here
    }
  }

  @Consumer(from = "letters")
  void deliver(Letter letter) { // here
    if (letter.to().endsWith(".invalid")) {
      unsubscribe(letter.to()); // here
    }
  }

  @Synchronized(lock = "readers")
  void unsubscribe(String reader) {
    readers.remove(reader);
  }
}
