package chat;

import io.lappet.Sender;
import io.lappet.annotation.Consumer;

/** Talks to the channel by its twins alone. */
public abstract class Gateway {
  public record Line(int number, String member, String text) {}

  private final Channel channel;

  protected Gateway(Channel channel) {
    this.channel = channel;
  }

  public abstract Sender<Line> lines();

  @Consumer(from = "lines", concurrency = 2)
  void relay(Line line) {
    if (line.text().equals("/quit")) {
      channel.close();
      return;
    }
    channel.sayAsync(Channel.name(line.number()) + line.member(), line.text());
  }
}
