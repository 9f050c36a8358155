package app;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.Tick;
import io.lappet.Worker;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Weaving;
import java.time.Duration;

/**
 * {@link Overloads}, woven: run() runs from start to stop; go() runs from start to stop; numbers()
 * sends to numbers; take() takes from numbers and sends to texts; count() takes from numbers;
 * write() takes from texts; tick() runs every 1s and sends to texts; tick() runs every 1m and sends
 * to texts.
 */
@LappetGenerated
class WovenOverloads extends Overloads {
  private final Channel<Integer> numbersChannel;
  private final Channel<String> textsChannel;

  WovenOverloads(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Overloads", this);
    numbersChannel = weaving.<Integer>channel("numbers")
        .receivedBy("take")
        .receivedBy("count")
        .make();
    textsChannel = weaving.<String>channel("texts")
        .sentBy("take")
        .sentBy("tick")
        .sentBy("tick#2")
        .receivedBy("write")
        .make();
    weaving.daemon("run").runs(() -> run());
    weaving.daemon("go").runsWith((Worker self) -> go(self));
    weaving.producer("numbers")
        .pushesWith((Sender<Integer> out, Worker self) -> numbers(out, self), numbersChannel);
    weaving.consumer("take", numbersChannel).maps((Number number) -> take(number), textsChannel);
    weaving.consumer("count", numbersChannel).runs((number) -> count((long) number));
    weaving.consumer("write", textsChannel).runs((String fabric_) -> write(fabric_));
    weaving.timer("tick")
        .every(Duration.ofSeconds(1))
        .sendsWith((Tick tick) -> tick(tick), textsChannel);
    weaving.timer("tick")
        .every(Duration.ofMinutes(1))
        .sendsWith((Tick tick) -> tick(tick), textsChannel);
    weaving.register();
  }
}
