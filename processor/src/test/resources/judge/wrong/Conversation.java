// LAP206
package talk;

import io.lappet.Channel;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.ArrayList;
import java.util.List;

/** Waits for the answer under the lock that whoever answers needs. */
@Woven
public abstract class Conversation {
  private final List<String> transcript = new ArrayList<>();

  abstract Channel<String> answers();

  @Synchronized // here
  public String ask(String question) throws InterruptedException { // here
    transcript.add("Q " + question);
    String answer = answers().receive(); // here
    transcript.add("A " + answer);
    return answer;
  }

  @Synchronized
  public void answer(String text) throws InterruptedException {
    if (!text.isBlank()) {
      answers().send(text); // here
    }
  }

  @Synchronized
  public List<String> transcript() {
    return List.copyOf(transcript);
  }
}
