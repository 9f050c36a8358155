// LAP208
package outbox;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import java.util.List;

/** Sends what was left over from last time, before there is a channel. */
public abstract class Outbox {
  private final String name;

  protected Outbox(String name, List<String> leftOver) throws InterruptedException {
    this.name = name;
    for (String letter : leftOver) {
      enqueue(letter); // here
    }
  }

  abstract Sender<String> letters();

  private void enqueue(String letter) throws InterruptedException {
    letters().send(name + ": " + letter); // here
  }

  public void post(String letter) throws InterruptedException {
    enqueue(letter);
  }

  @Consumer(from = "letters")
  void deliver(String letter) {
    System.out.println(letter);
  }
}
