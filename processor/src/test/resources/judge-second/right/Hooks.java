package hooks;

import io.lappet.Channel;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Overflow;

/** A ring with one channel that drops what is too much can never stand still. */
public abstract class Hooks {
  public record Call(String url, int attempt) {
    Call next() {
      return new Call(url, attempt + 1);
    }
  }

  @ChannelSpec(capacity = 50)
  public abstract Channel<Call> calls();

  @ChannelSpec(capacity = 10, overflow = Overflow.DROP_OLD)
  abstract Channel<Call> failed();

  @Consumer(from = "calls", to = "failed")
  Call post(Call call) {
    return call.url().startsWith("https:") ? null : call;
  }

  @Consumer(from = "failed")
  void again(Call call) throws InterruptedException {
    if (call.attempt() < 5) {
      calls().send(call.next());
    }
  }
}
