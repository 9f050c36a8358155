// LAP214
package record;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** What was sent is still in the field, and the next call adds to it. */
@Woven
public abstract class Recorder {
  private final List<String> events = new ArrayList<>(); // here

  abstract Sender<List<String>> pages();

  public void event(String text) throws InterruptedException {
    events.add(text); // here
    if (events.size() % 100 == 0) {
      pages().send(events); // here
    }
  }

  @Consumer(from = "pages")
  void write(List<String> page) {
    page.forEach(System.out::println);
  }
}
