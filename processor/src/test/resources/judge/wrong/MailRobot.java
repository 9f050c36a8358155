// LAP006
package mail;

import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.PeriodicTimer;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.ConcurrentLinkedDeque;

/** Renders and sends letters. The audit trail never gets one. */
public class MailRobot {
  record Letter(String to, String text) {}

  record Sent(String to, int attempts) {}

  private final Deque<Letter> outbox = new ConcurrentLinkedDeque<>();
  private final Deque<Sent> audit = new ArrayDeque<>();

  @PeriodicTimer(every = "2s", to = "letters")
  Letter poll() {
    return outbox.poll();
  }

  @Consumer(from = "letters")
  @OnError(retries = 3)
  void deliver(Letter letter) {
    System.out.println("to " + letter.to() + ": " + letter.text());
  }

  @Consumer(from = "delivered") // here
  void remember(Sent sent) {
    audit.add(sent);
    while (audit.size() > 1000) {
      audit.removeFirst();
    }
  }

  public void post(String to, String text) {
    outbox.add(new Letter(to, text));
  }

  public List<String> help() {
    return List.of("post(to, text)");
  }
}
