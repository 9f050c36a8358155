package counter;

import io.lappet.Channel;
import io.lappet.annotation.Woven;

/** What was sent is asked and not changed; or it guards itself; or it was replaced by another one. */
@Woven
abstract class Counter {
  abstract Channel<Letter> letters();

  abstract Channel<Meter> meters();

  void accept(Letter letter) throws InterruptedException {
    letters().send(letter);
    System.out.println("accepted " + letter.address());
  }

  void forward(Letter letter) throws InterruptedException {
    Letter next = letter;
    for (int i = 0; i < 3; i++) {
      letters().send(next);
      next = new Letter("copy of " + i);
      next.stamp("new");
    }
  }

  void measure(Meter meter) throws InterruptedException {
    meters().send(meter);
    meter.add(1);
  }

  Object next() throws InterruptedException {
    return meters().tryReceive().isPresent() ? meters() : letters().receive();
  }
}

final class Letter {
  private final String address;
  private String stamp = "";

  Letter(String address) {
    this.address = address;
  }

  String address() {
    return address + stamp;
  }

  void stamp(String text) {
    stamp = text;
  }
}

final class Meter {
  private long sum;

  synchronized void add(long more) {
    sum += more;
  }

  synchronized long sum() {
    return sum;
  }
}
