package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
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
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches, keys, topics, retries, dead letters and pauses of consumers in whole programs. */
class ConsumerRulesTest {
  private final List<Failure> failures = new CopyOnWriteArrayList<>();

  // ---- Batches (design 6.5)

  abstract static class Rows {
    private final Log log;

    Rows(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> rows();

    @Consumer(from = "rows", batch = 3, linger = "50ms")
    void store(List<Integer> batch) {
      log.add(batch);
    }

    abstract Worker storeWorker();
  }

  // A batch waits at most its linger, counted from its first message; a full one does not wait.
  @LappetTest(seeds = 5)
  void aBatchLingersFromItsFirstMessageAndNotWhenItIsFull(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Rows c = fabric.start(new WovenConsumerRulesTest_Rows(fabric, log));
    c.rows().send(1);
    fabric.advance(ms(30));
    c.rows().send(2);
    fabric.advance(ms(30));
    c.rows().send(3);
    fabric.advance(ms(60));
    for (int i = 4; i <= 10; i++) {
      c.rows().send(i);
    }
    assertThat(c.rows().awaitIdle(ms(60))).isTrue();
    assertThat(log.lines())
        .containsExactly("[1, 2]@50", "[3]@110", "[4, 5, 6]@120", "[7, 8, 9]@120", "[10]@170");
  }

  // A batch that lingers is unfinished, and the drain does not wait for the linger.
  @LappetTest(seeds = 5)
  void whatLingersIsUnfinishedAndClosingHandsItOverAtOnce(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Rows c = fabric.start(new WovenConsumerRulesTest_Rows(fabric, log));
    c.rows().send(1);
    c.rows().send(2);
    fabric.advance(ms(20));
    assertThat(c.rows().unfinished()).isEqualTo(2);
    assertThat(c.rows().awaitIdle(ms(10))).isFalse();
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.lines()).containsExactly("[1, 2]@30");
  }

  abstract static class Sums {
    private final Log log;

    Sums(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> numbers();

    abstract Channel<Integer> sums();

    @Consumer(from = "numbers", to = "sums", batch = 4)
    @OnError(retries = 1, backoff = "10ms", deadLetter = "dead")
    Integer sum(List<Integer> batch) {
      int sum = batch.stream().mapToInt(Integer::intValue).sum();
      log.add(batch);
      batch.clear(); // it belongs to the method
      if (sum > 100) {
        throw new IllegalStateException("too much");
      }
      return sum == 0 ? null : sum;
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      log.add("dead " + letter.message() + " after " + letter.attempts());
    }

    abstract Worker sumWorker();
  }

  // Of a batch that fails each message makes a dead letter, with all attempts; the next batch goes
  // on.
  @LappetTest(seeds = 5)
  void aBatchIsTriedAgainAsAWholeAndThenEachOfItsMessagesIsADeadLetter(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Sums c = fabric.start(new WovenConsumerRulesTest_Sums(fabric, log));
    c.sumWorker().pause();
    fabric.settle();
    for (int number : new int[] {60, 50, 0, 0, 0, 0, 0, 0, 1, 2}) {
      c.numbers().send(number);
    }
    c.sumWorker().resume();
    assertThat(c.numbers().awaitIdle(ms(100))).isTrue();
    fabric.settle();
    assertThat(log.lines())
        .containsSubsequence(
            "[60, 50, 0, 0]@0", "[60, 50, 0, 0]@10", "[0, 0, 0, 0]@10", "[1, 2]@10");
    assertThat(log.linesOf("dead"))
        .containsExactly(
            "dead 60 after 2@10", "dead 50 after 2@10", "dead 0 after 2@10", "dead 0 after 2@10");
    assertThat(c.sums().tryReceive()).contains(3);
    assertThat(c.sums().depth()).isZero();
    assertThat(c.sumWorker().handled()).isEqualTo(2);
    assertThat(c.sumWorker().failures()).isEqualTo(2);
  }

  // ---- Keys (design 6.5)

  record Move(String account, int number) {
    @Override
    public String toString() {
      return account + number;
    }
  }

  abstract static class Ledger {
    private final Log log;
    private final Act<Move> act;

    Ledger(Log log, Act<Move> act) {
      this.log = log;
      this.act = act;
    }

    abstract Channel<Move> moves();

    @Consumer(from = "moves", concurrency = 2, key = "account")
    @OnError(retries = 1, backoff = "100ms", deadLetter = "dead")
    void book(Move move) throws Exception {
      log.add(move);
      act.on(move);
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Move> letter) {
      log.add("dead " + letter.message());
    }

    abstract Worker bookWorker();
  }

  // The order of a key holds through retries, and others pass meanwhile.
  @LappetTest(seeds = 10)
  void aKeyKeepsItsOrderThroughARetryWhileOthersPass(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Ledger c = fabric.start(new WovenConsumerRulesTest_Ledger(fabric, log, move -> {
      if (move.equals(new Move("a", 1))) {
        throw new IllegalStateException("no");
      }
    }));
    c.moves().send(new Move("a", 1));
    c.moves().send(new Move("a", 2));
    c.moves().send(new Move("b", 1));
    c.moves().send(new Move("b", 2));
    fabric.settle();
    assertThat(log.linesOf("b")).containsExactly("b1@0", "b2@0");
    assertThat(log.linesOf("a")).containsExactly("a1@0");
    assertThat(c.moves().unfinished()).isEqualTo(2);
    assertThatThrownBy(() -> c.moves().tryReceive())
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Ledger.moves");
    assertThat(c.moves().awaitIdle(ms(200))).isTrue();
    fabric.settle();
    assertThat(log.linesOf("a")).containsExactly("a1@0", "a1@100", "a2@100");
    assertThat(log.texts()).contains("dead a1");
  }

  // Rule 14: what is held back behind a key is drained like everything else.
  @LappetTest(seeds = 10)
  void closingDrainsWhatIsHeldBackBehindAKey(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Ledger c =
        fabric.start(new WovenConsumerRulesTest_Ledger(fabric, log, move -> fabric.sleep(ms(100))));
    for (int i = 1; i <= 3; i++) {
      c.moves().send(new Move("a", i));
      c.moves().send(new Move("b", i));
    }
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.linesOf("a")).containsExactly("a1@0", "a2@100", "a3@200");
    assertThat(log.linesOf("b")).containsExactly("b1@0", "b2@100", "b3@200");
  }

  // Rule 14: past the grace all of it is in the report, what is in hand and what is held back.
  @LappetTest(seeds = 10)
  void pastTheGraceWhatIsInHandAndHeldBackIsUndelivered(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Ledger c =
        fabric.start(new WovenConsumerRulesTest_Ledger(fabric, log, move -> fabric.sleep(ms(100))));
    for (int i = 1; i <= 3; i++) {
      c.moves().send(new Move("a", i));
    }
    assertThat(fabric.close(ms(150)).undelivered()).containsEntry("Ledger.moves", 2);
    assertThat(log.linesOf("a")).containsExactly("a1@0", "a2@100");
  }

  // ---- Topics (design 6.12)

  abstract static class News {
    private final Log log;

    News(Log log) {
      this.log = log;
    }

    @ChannelSpec(topic = true, capacity = 4)
    abstract Channel<String> news();

    @Consumer(from = "news")
    void print(String text) {
      log.add("print " + text);
    }

    @Consumer(from = "news", batch = 2, linger = "20ms")
    void collect(List<String> texts) {
      log.add("collect " + texts);
    }

    @Consumer(from = "news", concurrency = 2)
    @OnError(retries = 1, backoff = "30ms", deadLetter = "dead")
    void lose(String text) {
      throw new IllegalStateException(text);
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<String> letter) {
      log.add("bury " + letter.message());
    }

    abstract Worker printWorker();
  }

  // Each consumer method gets every message, in its own way: single, in batches, with several
  // threads.
  @LappetTest(seeds = 10)
  void eachMethodOfATopicDealsWithEveryMessageInItsOwnWay(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    News c = fabric.start(new WovenConsumerRulesTest_News(fabric, log));
    for (String text : List.of("a", "b", "c")) {
      c.news().send(text);
    }
    fabric.advance(ms(29));
    assertThatThrownBy(() -> c.news().receive()).isInstanceOf(IllegalStateException.class);
    assertThat(c.news().unfinished()).isEqualTo(3); // of each one share is still tried
    fabric.advance(ms(71));
    assertThat(log.linesOf("print")).containsExactly("print a@0", "print b@0", "print c@0");
    assertThat(log.linesOf("collect")).containsExactly("collect [a, b]@0", "collect [c]@20");
    assertThat(log.linesOf("bury"))
        .containsExactlyInAnyOrder("bury a@30", "bury b@30", "bury c@60");
    assertThat(c.news().unfinished()).isZero();
  }

  // A paused method holds the others up when the topic is full, and closing resumes it.
  @LappetTest(seeds = 10)
  void closingDrainsATopicWithAPausedMethod(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    News c = fabric.start(new WovenConsumerRulesTest_News(fabric, log));
    c.printWorker().pause();
    for (String text : List.of("a", "b", "c", "d")) {
      assertThat(c.news().trySend(text)).isTrue();
    }
    fabric.advance(ms(500));
    assertThat(c.news().trySend("e")).isFalse();
    assertThat(log.linesOf("collect")).hasSize(2);
    assertThat(log.linesOf("bury")).hasSize(4);
    assertThat(log.linesOf("print")).isEmpty();
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.linesOf("print")).hasSize(4);
  }

  // ---- Failures (rule 7, design 6.11)

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
    Tries c = fabric.start(new WovenConsumerRulesTest_Tries(fabric, log, number -> {
      if (number == 1) {
        throw thrown;
      }
    }));
    c.in().send(1);
    c.in().send(2);
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

  // TDJ.2 in one: an Error always fails the fabric, without retries, and the fabric keeps it.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anErrorIsNeverTriedAgainAndFailsTheFabric(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    AssertionError thrown = new AssertionError("broken");
    Tries c = fabric.start(new WovenConsumerRulesTest_Tries(fabric, log, number -> {
      throw thrown;
    }));
    c.takeWorker().pause();
    c.in().send(1);
    c.in().send(2);
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
    Defaults c = fabric.start(new WovenConsumerRulesTest_Defaults(fabric, log));
    c.loose().send(1);
    c.strict().send(1);
    fabric.advance(ms(100));
    assertThat(log.linesOf("first")).containsExactly("first 1@0", "first 1@10", "first 1@30");
    assertThat(log.linesOf("second")).containsExactly("second 1@0");
    assertThat(c.firstWorker().state()).isEqualTo(Worker.State.RUNNING);
    assertThat(c.secondWorker().state()).isEqualTo(Worker.State.FAILED);
    assertThat(failures).hasSize(2);
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
    Source c = fabric.start(new WovenConsumerRulesTest_Source(fabric, log, call -> {
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

  abstract static class Graves {
    private final Log log;

    Graves(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1)
    abstract Channel<DeadLetter<Integer>> dead();

    @Consumer(from = "in")
    @OnError(deadLetter = "dead")
    void take(Integer number) {
      throw new IllegalStateException("no");
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      log.add(letter.message());
    }

    abstract Worker takeWorker();

    abstract Worker buryWorker();
  }

  // Rule 18: a message is done when its failure has been dealt with, which is when its dead letter
  // was sent; until then it is unfinished.
  @LappetTest(seeds = 5)
  void aMessageIsUnfinishedUntilThereIsRoomForItsDeadLetter(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Graves c = fabric.start(new WovenConsumerRulesTest_Graves(fabric, log));
    c.buryWorker().pause();
    fabric.settle();
    for (int i = 1; i <= 3; i++) {
      c.in().send(i);
    }
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
    Graves c = fabric.start(new WovenConsumerRulesTest_Graves(fabric, log));
    c.buryWorker().pause();
    fabric.settle();
    for (int i = 1; i <= 3; i++) {
      c.in().send(i);
    }
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

  abstract static class BatchGraves {
    private final Log log;

    BatchGraves(Log log) {
      this.log = log;
    }

    abstract Channel<Integer> in();

    @ChannelSpec(capacity = 1)
    abstract Channel<DeadLetter<Integer>> dead();

    @Consumer(from = "in", batch = 2, linger = "1s")
    @OnError(deadLetter = "dead")
    void take(List<Integer> numbers) {
      throw new IllegalStateException("no");
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Integer> letter) {
      log.add(letter.message());
    }

    abstract Worker takeWorker();

    abstract Worker buryWorker();
  }

  // The same in the middle of a batch of dead letters, of which none is sent twice.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void anInterruptInTheMiddleOfABatchOfDeadLettersNeitherLosesNorRepeatsOne(long seed)
      throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    BatchGraves c = fabric.start(new WovenConsumerRulesTest_BatchGraves(fabric, log));
    c.buryWorker().pause();
    fabric.settle();
    for (int i = 1; i <= 4; i++) {
      c.in().send(i);
    }
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

  // Rule 5: what is used by itself fails at once and changes nothing; in every kind of channel.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aConsumerCannotWaitForItsOwnChannelToBecomeIdle(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Tries[] made = new Tries[1];
    Tries c = fabric.start(new WovenConsumerRulesTest_Tries(fabric, log, number -> {
      Tries own = made[0];
      assertThatThrownBy(() -> own.in().awaitIdle())
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("Tries.in");
      assertThatThrownBy(() -> own.in().awaitIdle(Duration.ofDays(1)))
          .isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(() -> own.takeWorker().join()).isInstanceOf(IllegalStateException.class);
      assertThatThrownBy(fabric::join).isInstanceOf(IllegalStateException.class);
    }));
    made[0] = c;
    c.in().send(1);
    c.in().send(2);
    c.in().awaitIdle();
    assertThat(log.lines()).containsExactly("1@0", "2@0");
    assertThat(failures).isEmpty();
    fabric.close();
  }

  // ---- Pause and resume, stop and start

  abstract static class Desk {
    private final Log log;
    private int next;

    Desk(Log log) {
      this.log = log;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 2)
    abstract Channel<Integer> orders();

    @Producer(to = "slips")
    Integer order() throws InterruptedException {
      fabric().sleep(ms(100));
      return next < 4 ? ++next : null;
    }

    @Consumer(from = "slips")
    void note(Integer number) {
      log.add("slip " + number);
    }

    @Consumer(from = "orders")
    void ship(Integer number) throws InterruptedException {
      log.add("ship " + number);
      fabric().sleep(ms(100));
      log.add("gone " + number);
    }

    abstract Worker orderWorker();

    abstract Worker noteWorker();

    abstract Worker shipWorker();
  }

  // A pause lets a call in progress go on, and no further one begin, however often it is said.
  @LappetTest(seeds = 5)
  void aPauseDuringACallLetsThatEndAndNoOtherBegin(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Desk c = fabric.start(new WovenConsumerRulesTest_Desk(fabric, log));
    c.orders().send(1);
    c.orders().send(2);
    fabric.advance(ms(50));
    c.shipWorker().pause();
    c.shipWorker().pause();
    fabric.advance(ms(450));
    assertThat(log.linesOf("ship")).containsExactly("ship 1@0");
    assertThat(log.linesOf("gone")).containsExactly("gone 1@100");
    assertThat(c.shipWorker().state()).isEqualTo(Worker.State.PAUSED);
    assertThat(c.shipWorker().isAlive()).isTrue();
    assertThat(c.shipWorker().join(ms(10))).isFalse();
    assertThat(c.orders().unfinished()).isEqualTo(1);
    c.shipWorker().resume();
    c.shipWorker().resume();
    fabric.settle();
    assertThat(log.linesOf("ship 2")).containsExactly("ship 2@510");
  }

  // A paused producer has not ended: its channel stays open; resumed it goes on to its end.
  @LappetTest(seeds = 5)
  void aPausedProducerHasNotEndedAndGoesOn(TestFabric fabric) {
    Log log = new Log(fabric);
    Desk c = fabric.start(new WovenConsumerRulesTest_Desk(fabric, log));
    fabric.advance(ms(150));
    c.orderWorker().pause();
    fabric.advance(ms(850)); // the call in progress ends at 200, and is the last
    assertThat(log.linesOf("slip")).containsExactly("slip 1@100", "slip 2@200");
    assertThat(c.noteWorker().state()).isEqualTo(Worker.State.RUNNING);
    c.orderWorker().resume();
    fabric.advance(ms(1000));
    assertThat(log.linesOf("slip"))
        .containsExactly("slip 1@100", "slip 2@200", "slip 3@1100", "slip 4@1200");
    assertThat(c.orderWorker().state()).isEqualTo(Worker.State.DONE);
    assertThat(c.noteWorker().state()).isEqualTo(Worker.State.DONE);
  }

  // Rule 5: what cannot have an effect has none, before the start and after the end.
  @LappetTest(seeds = 5)
  void pausingWhatDoesNotRunHasNoEffect(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Desk c = new WovenConsumerRulesTest_Desk(fabric, log);
    c.shipWorker().pause();
    c.shipWorker().resume();
    c.orderWorker().stop();
    assertThat(c.shipWorker().state()).isEqualTo(Worker.State.NEW);
    assertThat(c.orderWorker().state()).isEqualTo(Worker.State.NEW);
    fabric.start();
    c.orders().send(1);
    fabric.advance(ms(1000));
    assertThat(log.linesOf("ship")).containsExactly("ship 1@0");
    assertThat(log.linesOf("slip")).hasSize(4);
    c.orderWorker().pause();
    assertThat(c.orderWorker().state()).isEqualTo(Worker.State.DONE);
    assertThatThrownBy(() -> c.orderWorker().start())
        .isInstanceOf(IllegalThreadStateException.class);
  }

  // THR.2 and design 13: STOPPED to RUNNING by start; what waits meanwhile is kept, in order.
  @LappetTest(seeds = 5)
  void aStoppedConsumerKeepsItsMessagesForItsNextLife(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Desk c = fabric.start(new WovenConsumerRulesTest_Desk(fabric, log));
    assertThatThrownBy(() -> c.shipWorker().start())
        .isInstanceOf(IllegalThreadStateException.class)
        .hasMessageContaining("Desk.ship");
    c.orders().send(1);
    c.orders().send(2);
    fabric.advance(ms(50));
    c.shipWorker().stop();
    c.shipWorker().stop();
    assertThat(c.shipWorker().isStopping()).isTrue();
    assertThatThrownBy(() -> c.shipWorker().start())
        .isInstanceOf(IllegalThreadStateException.class); // its last call goes on
    assertThat(c.shipWorker().join(Duration.ofSeconds(1))).isTrue();
    assertThat(c.shipWorker().state()).isEqualTo(Worker.State.STOPPED);
    assertThat(c.orders().isClosed()).isFalse();
    assertThat(c.orders().unfinished()).isEqualTo(1);
    c.shipWorker().start();
    assertThat(c.orders().awaitIdle(Duration.ofSeconds(1))).isTrue();
    assertThat(log.linesOf("ship")).containsExactly("ship 1@0", "ship 2@100");
    assertThat(c.shipWorker().handled()).isEqualTo(2);
  }
}
