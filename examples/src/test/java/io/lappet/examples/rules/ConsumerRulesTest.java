package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static io.lappet.examples.rules.Steps.sendAll;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.Channel;
import io.lappet.DeadLetter;
import io.lappet.Failure;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Batches, keys and topics: how a consumer gets its messages. */
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
    sendAll(c.rows(), 4, 5, 6, 7, 8, 9, 10);
    assertThat(c.rows().awaitIdle(ms(60))).isTrue();
    assertThat(log.lines())
        .containsExactly("[1, 2]@50", "[3]@110", "[4, 5, 6]@120", "[7, 8, 9]@120", "[10]@170");
  }

  // A batch that lingers is unfinished, and the drain does not wait for the linger.
  @LappetTest(seeds = 5)
  void whatLingersIsUnfinishedAndClosingHandsItOverAtOnce(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    Rows c = fabric.start(new WovenConsumerRulesTest_Rows(fabric, log));
    sendAll(c.rows(), 1, 2);
    fabric.advance(ms(20));
    assertThat(c.rows().unfinished()).isEqualTo(2);
    assertThat(c.rows().awaitIdle(ms(10))).isFalse();
    assertThat(fabric.close(ms(1000)).clean()).isTrue();
    assertThat(log.lines()).containsExactly("[1, 2]@30");
  }

  // Rule 6: a batch that lingers is handled when its thread is interrupted; nothing is lost.
  @ParameterizedTest
  @ValueSource(longs = {1, 2, 3})
  void aBatchThatIsInterruptedWhileItLingersIsHandledAtOnce(long seed) throws Exception {
    TestFabric fabric = Steps.fabric(seed, failures);
    Log log = new Log(fabric);
    Rows c = fabric.start(new WovenConsumerRulesTest_Rows(fabric, log));
    sendAll(c.rows(), 1, 2);
    fabric.advance(ms(20));
    assertThat(log.lines()).isEmpty();
    c.storeWorker().threads().forEach(Thread::interrupt);
    fabric.settle();
    c.rows().send(3);
    fabric.advance(ms(100));
    assertThat(log.lines()).containsExactly("[1, 2]@20", "[3]@70");
    assertThat(c.rows().unfinished()).isZero();
    assertThat(failures).isEmpty();
    fabric.close();
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

  // Of a batch that fails each message is a dead letter, with all attempts; the next one goes on.
  @LappetTest(seeds = 5)
  void aBatchIsTriedAgainAsAWholeAndThenEachOfItsMessagesIsADeadLetter(TestFabric fabric)
      throws Exception {
    Log log = new Log(fabric);
    Sums c = fabric.start(new WovenConsumerRulesTest_Sums(fabric, log));
    c.sumWorker().pause();
    fabric.settle();
    sendAll(c.numbers(), 60, 50, 0, 0, 0, 0, 0, 0, 1, 2);
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
    sendAll(c.moves(), new Move("a", 1), new Move("a", 2), new Move("b", 1), new Move("b", 2));
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

  // Each consumer method gets every message, in its own way: one, a batch, or with two threads.
  @LappetTest(seeds = 10)
  void eachMethodOfATopicDealsWithEveryMessageInItsOwnWay(TestFabric fabric) throws Exception {
    Log log = new Log(fabric);
    News c = fabric.start(new WovenConsumerRulesTest_News(fabric, log));
    sendAll(c.news(), "a", "b", "c");
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
}
