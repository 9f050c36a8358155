// LAP002
package polls;

import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.Iterator;

/** The messages are of a type that nobody else sees, not even the class that is generated. */
public abstract class Polls {
  private record Answer(String text) {}

  private final Iterator<String> lines;

  protected Polls(Iterator<String> lines) {
    this.lines = lines;
  }

  @Producer(to = "answers")
  Answer next() { // here
    return lines.hasNext() ? new Answer(lines.next()) : null;
  }

  @Consumer(from = "answers")
  void print(Answer answer) { // here
    System.out.println(answer.text());
  }
}
