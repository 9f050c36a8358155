package app;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Task;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overflow;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Loop;
import io.lappet.gen.Monitor;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * {@link Light}, woven, one call at a time on its loop: press() takes from buttons; tick() runs
 * every 2s; colorAsync() runs color() there; showAsync() runs show() there after 2s; tickAsync()
 * runs tick() there; its own lock guards color().
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenLight extends Light {
  private final Weaving weaving;
  private final Loop loop;
  private final Monitor ownLock;
  private final Channel<String> buttonsChannel;
  private final Twin colorTwin;
  private final Twin showTwin;
  private final Twin tickTwin;

  public WovenLight(Fabric fabric) {
    weaving = Weaving.of(fabric, 1, "Light", this);
    loop = weaving.loop(64, Overflow.FAIL);
    ownLock = weaving.lock("");
    buttonsChannel = weaving.<String>channel("buttons").sentByHand().receivedByHand().make();
    colorTwin = weaving.twin("color").loop(loop).make();
    showTwin = weaving.twin("show").loop(loop).delay(Duration.ofSeconds(2)).make();
    tickTwin = weaving.twin("tick").loop(loop).make();
    weaving.consumer("press", buttonsChannel).retries(2).jitter(0.25).loop(loop).runs(this::press);
    weaving.timer("tick")
        .every(Duration.ofSeconds(2))
        .maxFailures(3)
        .window(Duration.ofMinutes(1))
        .then(OnError.Then.RESTART)
        .loop(loop)
        .runs(this::tick);
    weaving.register();
  }

  @Override
  Channel<String> buttons() {
    return Weaving.ready(buttonsChannel, "Light.buttons()");
  }

  @Override
  public Task<Light.Color> colorAsync() {
    return Weaving.ready(colorTwin, "Light.colorAsync()").call(() -> color());
  }

  @Override
  Task<Light.Color> showAsync(Light.Color next) {
    return Weaving.ready(showTwin, "Light.showAsync()").call(() -> show(next));
  }

  @Override
  void tickAsync() {
    Weaving.ready(tickTwin, "Light.tickAsync()").tell(() -> tick());
  }

  @Override
  void press(String button) {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.press(String)");
    }
    super.press(button);
  }

  @Override
  void tick() {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.tick()");
    }
    super.tick();
  }

  @Override
  protected Light.Color show(Light.Color next) {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.show(Color)");
    }
    return super.show(next);
  }

  @Override
  <T extends Comparable<T>> T most(Map<T, Integer> counts, T[] all) {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.most(Map, T[])");
    }
    return super.most(counts, all);
  }

  @Override
  void keep() {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.keep()");
    }
    super.keep();
  }

  @Override
  void replace(List<String> parts, int... sizes) {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.replace(List, int[])");
    }
    super.replace(parts, sizes);
  }

  /** Holds its own lock. */
  @Override
  Light.Color color() {
    if (loop != null) { // else still constructing: nobody has it yet
      loop.require("Light.color()");
    }
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.color();
    }
    lock.enter();
    try {
      return super.color();
    } finally {
      lock.exit();
    }
  }

  @Override
  public void close() {
    if (weaving == null || weaving.closeOnce()) {
      super.close();
    }
  }
}
