package news;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import java.util.ArrayList;
import java.util.List;

/** Copies the readers under the lock and sends without it. */
public abstract class Mailing {
  public record Letter(String to, String text) {}

  private final List<String> readers = new ArrayList<>();

  @ChannelSpec(capacity = 16)
  abstract Channel<Letter> letters();

  @Synchronized(lock = "readers")
  public void subscribe(String reader) {
    readers.add(reader);
  }

  @PeriodicTimer(every = "1d")
  void edition() throws InterruptedException {
    for (String reader : readers()) {
      letters().send(new Letter(reader, "News of the day"));
    }
  }

  @Synchronized(lock = "readers")
  List<String> readers() {
    return List.copyOf(readers);
  }

  @Consumer(from = "letters")
  @Synchronized(lock = "readers")
  void deliver(Letter letter) {
    if (letter.to().endsWith(".invalid")) {
      readers.remove(letter.to());
    }
  }
}
