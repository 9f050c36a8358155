package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.FabricFailedException;
import io.lappet.Failure;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.annotation.Producer;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Rule 7: what becomes of a message, a call and a worker that fails. */
class FailureRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  // ---- Retries and policies (design 6.11)

  abstract static class Tries {
    private final Log log;
    private final Act<Integer> act;

    Tries(Log log, Act<Integer> act) {
      this.log = log;
      this.act = act;
    }

    abstract Channel<Integer> in();

    @Consumer(from = "in")
    @OnError(retries = 4, backoff = "100ms", maxBackoff = "250ms")
    void take(Integer number) throws Exception {
      log.add(number);
      act.on(number);
    }

    abstract Worker takeWorker();
  }

  // Retries apply to one message; pauses double up to the longest; the failure is reported once.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void retriesOfOneMessageDoubleTheirPausesUpToTheLongest(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    IllegalStateException thrown = new IllegalStateException("no");
    Tries c = fabric.start(new WovenFailureRulesTest_Tries(fabric, log, number -> {
      if (number == 1) {
        throw thrown;
      }
    }));
    sendAll(c.in(), 1, 2);
    fabric.advance(ms(50));
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.BACKING_OFF);
    assertThat(c.in().unfinished()).isEqualTo(2);
    assertThat(failures).isEmpty();
    fabric.advance(ms(2000));
    assertThat(log.lines()).containsExactly("1@0", "1@100", "1@300", "1@550", "1@800", "2@800");
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).cause()).isSameAs(thrown);
    assertThat(failures.get(0).method()).contains("take");
    assertThat(c.takeWorker().failures()).isEqualTo(5);
    assertThat(c.takeWorker().handled()).isEqualTo(1);
    assertThat(c.takeWorker().restarts()).isZero();
    fabric.close();
  }

  // An Error always fails the fabric, without retries, and the fabric keeps it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anErrorIsNeverTriedAgainAndFailsTheFabric(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    AssertionError thrown = new AssertionError("broken");
    Tries c = fabric.start(new WovenFailureRulesTest_Tries(fabric, log, number -> {
      throw thrown;
    }));
    c.takeWorker().pause();
    sendAll(c.in(), 1, 2);
    c.takeWorker().resume();
    fabric.advance(ms(100));
    assertThatThrownBy(fabric::join).isInstanceOf(FabricFailedException.class).hasCause(thrown);
    assertThat(log.texts()).containsExactly("1");
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
    assertThat(fabric.failure()).containsSame(thrown);
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.FAILED);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).decision()).isEqualTo(OnError.Then.FAIL);
    fabric.close();
    assertThat(fabric.state()).isEqualTo(Fabric.State.FAILED);
  }

  @OnError(retries = 2, backoff = "10ms")
  abstract static class Defaults {
    private final Log log;

    Defaults(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> loose();

    abstract Channel<Integer> strict();

    @Consumer(from = "loose")
    void first(Integer number) {
      log.add("first " + number);
      throw new IllegalStateException("first");
    }

    @Consumer(from = "strict")
    @OnError(then = OnError.Then.STOP)
    void second(Integer number) {
      log.add("second " + number);
      throw new IllegalStateException("second");
    }

    abstract Worker firstWorker();

    abstract Worker secondWorker();
  }

  // On a class it is the default of all activations; that of a method counts alone.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void thePolicyOfAMethodReplacesThatOfItsClass(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Defaults c = fabric.start(new WovenFailureRulesTest_Defaults(fabric, log));
    c.loose().send(1);
    c.strict().send(1);
    fabric.advance(ms(100));
    assertThat(log.linesOf("first")).containsExactly("first 1@0", "first 1@10", "first 1@30");
    assertThat(log.linesOf("second")).containsExactly("second 1@0");
    assertThat(c.firstWorker().state()).isEqualTo(Worker.State.RUNNING);
    assertThat(c.secondWorker().state()).isEqualTo(Worker.State.FAILED);
    assertThat(failures)
        .extracting(Failure::decision)
        .containsExactlyInAnyOrder(OnError.Then.CONTINUE, OnError.Then.STOP);
    assertThatThrownBy(() -> c.secondWorker().start())
        .isInstanceOf(IllegalThreadStateException.class);
    fabric.close();
  }

  abstract static class Source {
    private final Log log;
    private final Act<Integer> act;
    private int calls;

    Source(Log log, Act<Integer> act) {
      this.log = log;
      this.act = act;
    }

    @Producer(to = "numbers")
    @OnError(retries = 2, backoff = "50ms")
    Integer read() throws Exception {
      log.add("read " + ++calls);
      act.on(calls);
      return calls > 6 ? null : calls;
    }

    @Consumer(from = "numbers")
    void take(Integer number) {
      log.add("take " + number);
    }

    abstract Worker readWorker();
  }

  // A producer's call is tried again, then it is started again after a pause; a call that throws
  // sends nothing; a success begins the count anew.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aProducerIsTriedAgainThenStartedAgainAndSendsNothingWhenItThrows(long seed) {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Source c = fabric.start(new WovenFailureRulesTest_Source(fabric, log, call -> {
      if (call <= 4) {
        throw new IllegalStateException("no");
      }
    }));
    fabric.advance(ms(1000));
    assertThat(log.linesOf("read"))
        .containsExactly(
            "read 1@0",
            "read 2@50",
            "read 3@150",
            "read 4@200",
            "read 5@250",
            "read 6@250",
            "read 7@250");
    assertThat(log.linesOf("take")).containsExactly("take 5@250", "take 6@250");
    assertThat(c.readWorker().restarts()).isEqualTo(1);
    assertThat(c.readWorker().failures()).isEqualTo(4);
    assertThat(c.readWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(failures).hasSize(1);
    assertThat(failures.get(0).decision()).isEqualTo(OnError.Then.RESTART);
    fabric.close();
  }

  // ---- Dead letters that wait for room

  /** Has room for one dead letter; a subclass says what fails. */
  abstract static class Graveyard {
    private final Log log;

    Graveyard(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1)
    abstract Channel<DeadLetter<Integer>> dead();

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      log.add(letter.message());
    }

    abstract Worker buryWorker();
  }

  abstract static class Graves extends Graveyard {
    Graves(Log log) {
      super(log);
    }

    @Consumer(from = "in")
    @OnError(deadLetter = "dead")
    void take(Integer number) {
      throw new IllegalStateException("no");
    }

    abstract Worker takeWorker();
  }

  // Rule 18: a message is done when its failure has been dealt with, which is when its dead letter
  // was sent; until then it is unfinished.
  @LappetTest(seeds = 5)
  void aMessageIsUnfinishedUntilThereIsRoomForItsDeadLetter(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Graves c = fabric.start(new WovenFailureRulesTest_Graves(fabric, log));
    c.buryWorker().pause();
    fabric.settle();
    sendAll(c.in(), 1, 2, 3);
    assertThat(c.in().awaitIdle(ms(100))).isFalse();
    assertThat(c.in().unfinished()).isEqualTo(2);
    c.buryWorker().resume();
    c.in().awaitIdle();
    c.dead().awaitIdle();
    assertThat(log.texts()).containsExactly("1", "2", "3");
  }

  // Rule 6: an interrupt from outside loses no message, wherever the consumer waits.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anInterruptWhileADeadLetterWaitsForRoomLosesNothing(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Graves c = fabric.start(new WovenFailureRulesTest_Graves(fabric, log));
    c.buryWorker().pause();
    fabric.settle();
    sendAll(c.in(), 1, 2, 3);
    fabric.settle();
    c.takeWorker().threads().forEach(Thread::interrupt);
    fabric.settle();
    assertThat(c.takeWorker().state()).isEqualTo(Worker.State.RUNNING);
    c.buryWorker().resume();
    assertThat(c.in().awaitIdle(ms(100))).isTrue();
    fabric.settle();
    assertThat(log.texts()).containsExactly("1", "2", "3");
    assertThat(failures).isEmpty();
    assertThat(fabric.close(ms(100)).clean()).isTrue();
  }

  abstract static class BatchGraves extends Graveyard {
    BatchGraves(Log log) {
      super(log);
    }

    @Consumer(from = "in", batch = 2, linger = "1s")
    @OnError(deadLetter = "dead")
    void take(List<Integer> numbers) {
      throw new IllegalStateException("no");
    }

    abstract Worker takeWorker();
  }

  // The same in the middle of a batch of dead letters, of which none is sent twice.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anInterruptInTheMiddleOfABatchOfDeadLettersNeitherLosesNorRepeatsOne(long seed)
      throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    BatchGraves c = fabric.start(new WovenFailureRulesTest_BatchGraves(fabric, log));
    c.buryWorker().pause();
    fabric.settle();
    sendAll(c.in(), 1, 2, 3, 4);
    fabric.settle();
    c.takeWorker().threads().forEach(Thread::interrupt);
    fabric.settle();
    c.buryWorker().resume();
    assertThat(c.in().awaitIdle(ms(100))).isTrue();
    fabric.settle();
    assertThat(log.texts()).containsExactly("1", "2", "3", "4");
    assertThat(failures).isEmpty();
    assertThat(fabric.close(ms(100)).clean()).isTrue();
  }
}
