package app;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.ThreadKind;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Weaving;
import java.time.Duration;
import java.time.temporal.ChronoUnit;

/**
 * {@link Sweeper}, woven: serve() runs from start to stop; serveAll() runs from start to stop on 2
 * threads; next() sends to words (unbounded); nextUntilStopped() sends to words on 3 threads;
 * push() sends to words; pushUntilStopped() sends to words; sweep() runs every 1h500us; sweepAt()
 * runs every 9223372036854775807ns; count() runs every PT1M and sends to ticks (hand-over, drops
 * the new if full); countAt() runs every 2d and sends to ticks; take() takes from ticks; measure()
 * takes from words and sends to ticks; bury() takes from lost.
 */
@LappetGenerated
class WovenSweeper extends Sweeper {
  private final Channel<Integer> ticksChannel;
  private final Channel<String> wordsChannel;
  private final Channel<DeadLetter<?>> lostChannel;

  WovenSweeper(Fabric fabric) {
    Weaving weaving = Weaving.of(fabric, 1, "Broom", this);
    ticksChannel = weaving.<Integer>channel("ticks")
        .capacity(0)
        .overflow(Overflow.DROP_NEW)
        .receivedBy("take")
        .sentByHand()
        .make();
    wordsChannel = weaving.<String>channel("words")
        .capacity(ChannelSpec.UNBOUNDED)
        .sentByHand()
        .receivedByHand()
        .make();
    lostChannel = weaving.<DeadLetter<?>>channel("lost")
        .sentBy("take")
        .sentBy("measure")
        .receivedBy("bury")
        .make();
    weaving.daemon("serve").maxBackoff(Duration.ofSeconds(2)).runs(this::serve);
    weaving.daemon("serveAll")
        .named("LoopThread")
        .concurrency(2)
        .thread(ThreadKind.VIRTUAL)
        .then(OnError.Then.STOP)
        .runsWith(this::serveAll);
    weaving.producer("next").maxBackoff(Duration.ofSeconds(2)).pulls(this::next, wordsChannel);
    weaving.producer("nextUntilStopped")
        .concurrency(3)
        .maxBackoff(Duration.ofSeconds(2))
        .pullsWith(this::nextUntilStopped, wordsChannel);
    weaving.producer("push").maxBackoff(Duration.ofSeconds(2)).pushes(this::push, wordsChannel);
    weaving.producer("pushUntilStopped")
        .thread(ThreadKind.PLATFORM)
        .maxBackoff(Duration.ofSeconds(2))
        .pushesWith(this::pushUntilStopped, wordsChannel);
    weaving.timer("sweep")
        .fixedDelay(Duration.ofHours(1).plus(500, ChronoUnit.MICROS))
        .initialDelay(Duration.ofSeconds(0))
        .daemon()
        .maxBackoff(Duration.ofSeconds(2))
        .runs(this::sweep);
    weaving.timer("sweepAt")
        .every(Duration.ofNanos(9223372036854775807L))
        .named("Sweep")
        .retries(3)
        .then(OnError.Then.FAIL)
        .runsWith(this::sweepAt);
    weaving.timer("count")
        .every(Duration.parse("PT1M"))
        .maxBackoff(Duration.ofSeconds(2))
        .sends(this::count, ticksChannel);
    weaving.timer("countAt")
        .every(Duration.ofDays(2))
        .maxBackoff(Duration.ofSeconds(2))
        .sendsWith(this::countAt, ticksChannel);
    weaving.consumer("take", ticksChannel)
        .maxBackoff(Duration.ofSeconds(2))
        .deadLetter(lostChannel)
        .runs(this::take);
    weaving.consumer("measure", wordsChannel)
        .maxBackoff(Duration.ofSeconds(2))
        .deadLetter(lostChannel)
        .maps(this::measure, ticksChannel);
    weaving.consumer("bury", lostChannel).maxBackoff(Duration.ofSeconds(2)).runs(this::bury);
    weaving.register();
  }

  @Override
  Sender<Integer> ticks() {
    return Weaving.ready(ticksChannel, "Sweeper.ticks()");
  }

  @Override
  Channel<String> words() {
    return Weaving.ready(wordsChannel, "Sweeper.words()");
  }
}
