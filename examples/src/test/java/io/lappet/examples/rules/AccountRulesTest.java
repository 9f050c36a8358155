package io.lappet.examples.rules;

import static io.lappet.examples.rules.Steps.ms;
import static org.assertj.core.api.Assertions.assertThat;

import io.lappet.ChannelView;
import io.lappet.DeadLetter;
import io.lappet.Fabric;
import io.lappet.Sender;
import io.lappet.ShutdownReport;
import io.lappet.Task;
import io.lappet.Worker;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.OnError;
import io.lappet.testing.LappetTest;
import io.lappet.testing.TestFabric;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Every message is accounted for, whatever is done to the workers meanwhile: keys, retries, dead
 * letters, a topic and batches in one program, paused, stopped, started, interrupted and closed by
 * chance.
 */
class AccountRulesTest {
  record Item(String key, int number) {
    static Item of(int number) {
      return new Item("abc".substring(number % 3, number % 3 + 1), number);
    }

    @Override
    public String toString() {
      return key + number;
    }
  }

  abstract static class Works {
    private final Log log;
    private final Act<Item> check;

    Works(Log log, Act<Item> check) {
      this.log = log;
      this.check = check;
    }

    abstract Fabric fabric();

    @ChannelSpec(capacity = 3)
    abstract Sender<Item> in();

    @ChannelSpec(capacity = 2, topic = true)
    abstract ChannelView<Item> checked();

    @ChannelSpec(capacity = 1)
    abstract ChannelView<DeadLetter<Item>> dead();

    @Consumer(from = "in", to = "checked", concurrency = 2, key = "key")
    @OnError(retries = 1, backoff = "5ms", deadLetter = "dead")
    Item check(Item item) throws Exception {
      check.on(item);
      return item;
    }

    @Consumer(from = "checked", batch = 3, linger = "7ms")
    void pack(List<Item> items) throws InterruptedException {
      fabric().sleep(ms(3));
      items.forEach(item -> log.add("pack " + item));
    }

    @Consumer(from = "checked")
    void note(Item item) {
      log.add("note " + item);
    }

    @Consumer(from = "dead")
    void bury(DeadLetter<Item> letter) throws InterruptedException {
      fabric().sleep(ms(2));
      log.add("bury " + letter.message());
    }
  }

  private static void disturb(Worker worker, int how) {
    switch (how) {
      case 0 -> worker.pause();
      case 1 -> worker.resume();
      case 2 -> worker.stop();
      default -> {
        try {
          worker.start();
        } catch (IllegalThreadStateException e) {
          // only one that was stopped, and has ended, can be started
        }
      }
    }
  }

  /** Sends, and disturbs, by chance; returns what was sent. */
  private static List<String> drive(TestFabric fabric, Works works, Random chance, boolean stops)
      throws InterruptedException {
    List<String> sent = new ArrayList<>();
    for (int i = 0; i < 40; i++) {
      Item item = Item.of(i);
      if (works.in().trySend(item, ms(chance.nextInt(20)))) {
        sent.add(item.toString());
      }
      if (chance.nextInt(3) == 0) {
        Worker worker = fabric.workers().get(chance.nextInt(fabric.workers().size()));
        int how = chance.nextInt(4);
        disturb(worker, stops || how != 2 ? how : 0);
      }
    }
    return sent;
  }

  private static Works works(TestFabric fabric, Log log, Random chance) {
    int[] tries = new int[40];
    List<Integer> fails =
        IntStream.range(0, 40).map(i -> chance.nextInt(5)).boxed().toList();
    return fabric.start(new WovenAccountRulesTest_Works(fabric, log, item -> {
      fabric.sleep(ms(item.number() % 4));
      if (tries[item.number()]++ < fails.get(item.number()) - 2) { // none, one, or both of two
        throw new IllegalStateException("chance");
      }
    }));
  }

  private static List<String> numbers(Log log, String what) {
    return log.texts().stream()
        .filter(line -> line.startsWith(what + " "))
        .map(line -> line.substring(what.length() + 1))
        .toList();
  }

  /** What came to one of its ends. */
  private static List<String> handled(Log log) {
    return Stream.concat(numbers(log, "note").stream(), numbers(log, "bury").stream())
        .toList();
  }

  private static void assertOrderOfKeys(List<String> handled) {
    for (String key : List.of("a", "b", "c")) {
      assertThat(handled.stream()
              .filter(item -> item.startsWith(key))
              .map(item -> Integer.valueOf(item.substring(1))))
          .isSorted();
    }
  }

  // Rules 14 and 18: closing in order loses nothing and doubles nothing, and keys keep their order.
  @LappetTest(seeds = 40)
  void closingInOrderAccountsForEveryMessage(TestFabric fabric) throws Exception {
    Random chance = new Random(fabric.seed().orElseThrow());
    Log log = new Log(fabric);
    Works works = works(fabric, log, chance);
    List<String> sent = drive(fabric, works, chance, false);
    ShutdownReport report = fabric.close(ms(10_000));
    assertThat(report.clean()).as("%s", report).isTrue();
    List<String> packed = numbers(log, "pack");
    List<String> noted = numbers(log, "note");
    assertThat(packed).doesNotHaveDuplicates().containsExactlyInAnyOrderElementsOf(noted);
    assertThat(handled(log)).containsExactlyInAnyOrderElementsOf(sent);
    assertOrderOfKeys(noted);
    assertThat(fabric.channels()).allMatch(channel -> channel.unfinished() == 0);
  }

  // The same with workers that are stopped and started, and a grace that is too short now and then:
  // what is not handled is in the report, and nothing is handled twice.
  @LappetTest(seeds = 40)
  void closingTooSoonReportsWhatIsLeft(TestFabric fabric) throws Exception {
    Random chance = new Random(fabric.seed().orElseThrow());
    Log log = new Log(fabric);
    Works works = works(fabric, log, chance);
    List<String> sent = drive(fabric, works, chance, true);
    ShutdownReport report = fabric.close(ms(chance.nextInt(30)));
    List<String> handled = handled(log);
    assertThat(handled).doesNotHaveDuplicates();
    assertThat(sent).containsAll(handled);
    assertThat(numbers(log, "pack")).doesNotHaveDuplicates();
    int left =
        report.undelivered().values().stream().mapToInt(Integer::intValue).sum();
    if (report.clean()) {
      assertThat(handled).hasSameSizeAs(sent);
      assertThat(left).isZero();
    } else {
      assertThat(handled.size() + left).isGreaterThanOrEqualTo(sent.size());
    }
  }

  // LIFE.3: the same when a handler closes the fabric in the middle of it.
  @LappetTest(seeds = 40)
  void closingFromAHandlerAccountsForEveryMessage(TestFabric fabric) throws Exception {
    Random chance = new Random(fabric.seed().orElseThrow());
    Log log = new Log(fabric);
    int closer = chance.nextInt(10);
    Works works = fabric.start(new WovenAccountRulesTest_Works(fabric, log, item -> {
      fabric.sleep(ms(item.number() % 4));
      if (item.number() == closer) {
        fabric.close();
      }
    }));
    List<String> sent = new ArrayList<>();
    Task<Boolean> sender = fabric.submit("sender", () -> {
      for (int i = 0; i < 20; i++) {
        Item item = Item.of(i);
        works.in().send(item); // it is awaited, so it may go on sending
        sent.add(item.toString());
      }
      return true;
    });
    fabric.advance(ms(2_000));
    assertThat(fabric.state()).isEqualTo(Fabric.State.CLOSED);
    assertThat(sender.join()).isTrue();
    assertThat(sent).hasSize(20);
    assertThat(numbers(log, "note")).containsExactlyInAnyOrderElementsOf(sent);
    assertThat(numbers(log, "pack")).containsExactlyInAnyOrderElementsOf(sent);
    assertOrderOfKeys(numbers(log, "note"));
  }
}
