// LAP101
package hooks;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;

/** What fails goes to a second channel and from there back to the first, and both can be full. */
public abstract class Webhooks {
  public record Call(String url, String body, int attempt) {
    Call next() {
      return new Call(url, body, attempt + 1);
    }
  }

  @ChannelSpec(capacity = 50)
  public abstract Channel<Call> calls(); // here

  @ChannelSpec(capacity = 10)
  abstract Channel<Call> failed(); // here

  @Consumer(from = "calls", to = "failed") // here
  Call post(Call call) { // here
    boolean done = call.url().startsWith("https:");
    return done ? null : call;
  }

  @Consumer(from = "failed") // here
  void again(Call call) throws InterruptedException { // here
    if (call.attempt() < 5) {
      calls().send(call.next()); // here
    }
  }
}
