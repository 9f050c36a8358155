package app;

import io.lappet.Channel;
import io.lappet.Task;
import io.lappet.annotation.Async;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.PeriodicTimer;
import io.lappet.annotation.Synchronized;
import io.lappet.annotation.Woven;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** A light that only its loop may touch. */
@Woven(
    confined = true,
    mailbox = @ChannelSpec(capacity = 64, overflow = Overflow.FAIL))
public abstract class Light extends Lamp implements AutoCloseable {
  /** What a light shows. */
  public enum Color {
    RED,
    GREEN
  }

  private final Map<String, Integer> pressed = new HashMap<>();
  private Color color;

  protected Light() {
    color = Color.RED;
  }

  abstract Channel<String> buttons();

  @Consumer(from = "buttons")
  @OnError(jitter = 0.25, retries = 2)
  void press(String button) {
    pressed.merge(button, 1, Integer::sum);
  }

  @PeriodicTimer(every = "2s")
  @OnError(then = OnError.Then.RESTART, maxFailures = 3, window = "1m")
  void tick() {
    show(Color.GREEN);
  }

  protected Color show(Color next) {
    Color before = color;
    color = next;
    return before;
  }

  @Synchronized
  Color color() {
    return color;
  }

  <T extends Comparable<T>> T most(Map<T, Integer> counts, T[] all) {
    return all[0];
  }

  @Override
  void keep() {}

  final void fixed() {}

  static void shared() {}

  @Async
  public abstract Task<Color> colorAsync();

  @Async(delay = "2s")
  abstract Task<Color> showAsync(Color next);

  @Async
  abstract void tickAsync();

  @Override
  public String toString() {
    return "light";
  }

  @Override
  public void close() {}
}

/** What a light is made of. */
abstract class Lamp {
  void replace(List<String> parts, int... sizes) {}

  void keep() {}

  private void unseen() {}
}
