// a confined object asks others by twins, and tells by callbacks; nothing waits in its loop
package mediator;

import io.lappet.Sender;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Woven;
import java.util.ArrayDeque;
import java.util.Deque;

@Woven(confined = true)
public abstract class Mediator {
  private final Deque<String> open = new ArrayDeque<>();
  private int answered;

  @ChannelSpec(capacity = 10, overflow = Overflow.DROP_NEW)
  abstract Sender<String> requests();

  @Consumer(from = "requests")
  void request(String text) {
    open.addLast(text);
    answerAsync(open.peekFirst()).onSuccess(this::answeredAsync);
  }

  String answer(String text) {
    answered++;
    return "answer " + answered + " to " + text;
  }

  @Async
  abstract Task<String> answerAsync(String text);

  void answered(String text) {
    open.removeFirst();
    System.out.println(text);
    requests().trySend("thanks");
  }

  @Async
  abstract void answeredAsync(String text);
}
