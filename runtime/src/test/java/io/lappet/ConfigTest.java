package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Overflow;
import io.lappet.annotation.Overlap;
import io.lappet.gen.CronTable;
import io.lappet.gen.Limits;
import io.lappet.gen.Timeouts;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;
import io.lappet.internal.control.ControlledFabric;
import io.lappet.spi.ConfigSource;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicInteger;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values for elements of annotations that come from elsewhere. */
@Timeout(60)
class ConfigTest {
  private final Recorder recorder = new Recorder();
  private final ManualSeam seam = new ManualSeam();
  private Fabric fabric = Fabric.create();
  private Weaving weaving = Weaving.of(fabric, 1, "Pump", this);

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /** Makes a fabric with these keys and values, whose clock stands still. */
  private void configure(String... keysAndValues) {
    fabric.close();
    fabric =
        ControlledFabric.on(seam, Fabric.builder().listener(recorder).config(mapOf(keysAndValues)));
    weaving = Weaving.of(fabric, 1, "Pump", this);
  }

  private static Map<String, String> mapOf(String... keysAndValues) {
    Map<String, String> map = new HashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      map.put("Pump." + keysAndValues[i], keysAndValues[i + 1]);
    }
    return map;
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private static void refuses(ThrowingCallable call, String... parts) {
    assertThatThrownBy(call).isInstanceOf(WiringException.class).hasMessageContainingAll(parts);
  }

  private static void nothing() {}

  private static Instant second(long second) {
    return Instant.ofEpochSecond(second);
  }

  @Nested
  class Timers {
    @Test
    void aPeriodAndADelay() {
      configure("tick.every", "3s", "tick.initialDelay", "1s");
      Timer timer = weaving.timer("tick").every(Duration.ofHours(1)).runs(ConfigTest::nothing);
      start();
      assertThat(timer.nextRun()).contains(second(1));
      seam.passAndFire(Duration.ofSeconds(1));
      Eventually.until(() -> timer.runs() == 1);
      assertThat(timer.nextRun()).contains(second(4));
    }

    @Test
    void aFixedDelayIsAPeriodToo() {
      configure("tick.every", "3s");
      Timer timer = weaving.timer("tick").fixedDelay(Duration.ofHours(1)).runs(ConfigTest::nothing);
      start();
      assertThat(timer.nextRun()).contains(second(3));
    }

    @Test
    void anEmptyDelayIsOnePeriod() {
      configure("tick.initialDelay", "");
      Timer timer = weaving
          .timer("tick")
          .every(Duration.ofSeconds(7))
          .initialDelay(Duration.ofSeconds(2))
          .runs(ConfigTest::nothing);
      start();
      assertThat(timer.nextRun()).contains(second(7));
    }

    @Test
    void timesOfDayAndTheirZone() {
      configure("tick.cron", "0 30 9 * * *", "tick.zone", "Europe/Berlin");
      CronTable daily = CronTable.of("@daily").seconds(0).minutes(0).hours(0);
      Timer timer = weaving.timer("tick").cron(daily).runs(ConfigTest::nothing);
      start();
      assertThat(timer.nextRun()).contains(Instant.parse("1970-01-01T08:30:00Z"));
    }

    @Test
    void anEmptyZoneIsThatOfTheFabric() {
      configure("tick.zone", "");
      CronTable nine = CronTable.of("0 9 * * *").seconds(0).minutes(0).hours(9);
      Timer timer = weaving.timer("tick").cron(nine).zone("Asia/Tokyo").runs(ConfigTest::nothing);
      start();
      assertThat(timer.nextRun()).contains(Instant.parse("1970-01-01T09:00:00Z"));
    }

    @Test
    void theLimitOfARun() throws Exception {
      configure("tick.timeout", "2s");
      CountDownLatch entered = new CountDownLatch(1);
      weaving.timer("tick").every(Duration.ofSeconds(1)).runs(() -> {
        entered.countDown();
        Eventually.forEver();
      });
      start();
      seam.passAndFire(Duration.ofSeconds(1));
      Eventually.passes(entered);
      seam.passAndFire(Duration.ofSeconds(2));
      Eventually.until(() -> !recorder.failures.isEmpty());
      assertThat(recorder.causes().get(0)).isInstanceOf(TimeoutException.class);
    }

    @Test
    void howManyRunsAtATime() {
      configure("tick.concurrency", "3");
      CountDownLatch leave = new CountDownLatch(1);
      Timer timer = weaving
          .timer("tick")
          .every(Duration.ofSeconds(1))
          .overlap(Overlap.PARALLEL)
          .concurrency(2)
          .runs(() -> Eventually.stubbornly(leave));
      start();
      for (int run = 1; run <= 3; run++) {
        int runs = run;
        seam.passAndFire(Duration.ofSeconds(1));
        Eventually.until(() -> timer.runs() == runs);
      }
      assertThat(timer.threads()).hasSize(3);
      leave.countDown();
    }

    @Test
    void theSecondTimerOfAMethodHasANumber() {
      configure("tick.every", "2s", "tick#2.every", "5s");
      Timer first = weaving.timer("tick").every(Duration.ofHours(1)).runs(ConfigTest::nothing);
      Timer second = weaving
          .timer("tick")
          .every(Duration.ofHours(1))
          .named("Second")
          .runs(ConfigTest::nothing);
      Timer third = weaving.timer("tick").every(Duration.ofHours(1)).runs(ConfigTest::nothing);
      start();
      assertThat(first.nextRun()).contains(second(2));
      assertThat(second.nextRun()).contains(second(5));
      assertThat(third.nextRun()).contains(second(3600));
      assertThat(third.name()).isEqualTo("Pump.tick#3");
    }

    @Test
    void whatTheCompilerWouldRefuse() {
      configure("a.every", "0s", "b.every", "5 sec", "c.timeout", "-1s", "d.initialDelay", "soon");
      refuses(
          () -> weaving.timer("a").every(Duration.ofSeconds(1)).runs(ConfigTest::nothing),
          "Pump.a.every = \"0s\" is zero, but must be longer. Write a number and one of ns, us, ms,",
          "(builder Pump.a.every)");
      refuses(
          () -> weaving.timer("b").every(Duration.ofSeconds(1)).runs(ConfigTest::nothing),
          "Pump.b.every = \"5 sec\" is not a duration.");
      refuses(
          () -> weaving.timer("c").every(Duration.ofSeconds(1)).runs(ConfigTest::nothing),
          "Pump.c.timeout = \"-1s\" is negative.");
      refuses(
          () -> weaving.timer("d").every(Duration.ofSeconds(1)).runs(ConfigTest::nothing),
          "Pump.d.initialDelay = \"soon\" is not a duration.");
    }

    @Test
    void whatTheCompilerWouldRefuseOfTimesOfDay() {
      configure("a.cron", "0 0 30 FEB *", "b.zone", "Europe/Berlim");
      CronTable daily = CronTable.of("@daily").seconds(0).minutes(0).hours(0);
      refuses(
          () -> weaving.timer("a").cron(daily).runs(ConfigTest::nothing),
          "Pump.a.cron = \"0 0 30 FEB *\" never comes.");
      refuses(
          () -> weaving.timer("b").cron(daily).runs(ConfigTest::nothing),
          "Pump.b.zone = \"Europe/Berlim\" is no time zone. Did you mean \"Europe/Berlin\"?");
    }

    @Test
    void aJitterThatIsLongerThanThePeriod() {
      configure("tick.every", "1s");
      refuses(
          () -> weaving
              .timer("tick")
              .every(Duration.ofMinutes(1))
              .jitter(Duration.ofSeconds(5))
              .runs(ConfigTest::nothing),
          "cannot begin up to PT5S after its tick if its period is PT1S",
          "Configured is Pump.tick.every = \"1s\" (builder Pump.tick.every)");
    }

    @Test
    void aTimerDoesNotChangeItsKind() {
      configure("tick.cron", "@daily", "tick.concurrency", "2");
      weaving.timer("tick").every(Duration.ofSeconds(1)).runs(ConfigTest::nothing);
      refuses(
          ConfigTest.this::start,
          "builder Pump.tick.cron configures nothing.",
          "builder Pump.tick.concurrency configures nothing.",
          "What can be configured of Pump.tick: backoff, every, initialDelay, maxBackoff, retries,"
              + " then, thread, timeout.");
    }
  }

  @Nested
  class Workers {
    @Test
    void howManyThreads() throws Exception {
      configure("work.concurrency", "3");
      CountDownLatch entered = new CountDownLatch(3);
      Worker worker = weaving.daemon("work").runs(() -> {
        entered.countDown();
        Eventually.forEver();
      });
      start();
      Eventually.passes(entered);
      assertThat(worker.threads())
          .extracting(Thread::getName)
          .containsExactlyInAnyOrder("Pump.work-1", "Pump.work-2", "Pump.work-3");
    }

    @Test
    void howOftenACallIsTriedAgain() {
      configure("take.retries", "2", "take.backoff", "0s");
      AtomicInteger calls = new AtomicInteger();
      Channel<Integer> raw =
          weaving.<Integer>channel("raw").sentByHand().receivedBy("take").make();
      weaving.consumer("take", raw).retries(7).runs(message -> {
        calls.incrementAndGet();
        throw new IllegalStateException("no");
      });
      start();
      raw.trySend(1);
      Eventually.until(() -> !recorder.failures.isEmpty());
      assertThat(calls).hasValue(3);
    }

    @Test
    void whatFollowsAFailure() {
      configure("work.then", "STOP");
      Worker worker = weaving.daemon("work").runs(() -> {
        throw new IllegalStateException("no");
      });
      start();
      Eventually.until(() -> worker.state() == Worker.State.FAILED);
      assertThat(recorder.failures.get(0).decision()).isEqualTo(Then.STOP);
    }

    @Test
    void aDaemonCannotContinue() {
      configure("work.then", "CONTINUE");
      refuses(
          () -> weaving.daemon("work").runs(ConfigTest::nothing),
          "Pump.work.then = \"CONTINUE\" is none of them. There are DEFAULT, RESTART, STOP, FAIL.");
    }

    @Test
    void theKindOfThread() {
      configure("work.thread", "Virtual");
      refuses(
          () -> weaving.daemon("work").runs(ConfigTest::nothing),
          "Pump.work.thread = \"Virtual\" is none of them. Did you mean VIRTUAL?"
              + " There are AUTO, PLATFORM, VIRTUAL.");
    }

    @ParameterizedTest
    @CsvSource({
      "concurrency, 0, is too small. Write a number of at least 1.",
      "concurrency, many, is not a number. Write a number of at least 1.",
      "concurrency, 99999999999, is too large. Write a number from 1 to 2147483647.",
      "concurrency, '', is not a number.",
      "retries, -1, is too small. Write a number of at least 0.",
      "backoff, -1s, is negative.",
      "maxBackoff, 1, is not a duration.",
    })
    void whatTheCompilerWouldRefuse(String element, String value, String fault) {
      configure("work." + element, value);
      refuses(
          () -> weaving.producer("work").pulls(() -> null, channel()),
          "Pump.work." + element + " = \"" + value + "\" " + fault);
    }

    @Test
    void aFirstPauseThatIsLongerThanTheLongest() {
      configure("work.backoff", "20s");
      refuses(
          () -> weaving.daemon("work").runs(ConfigTest::nothing),
          "The first pause of Pump.work is PT20S, and no pause is longer than PT10S",
          "Pump.work.backoff = \"20s\"");
    }

    private Channel<Object> channel() {
      return weaving.<Object>channel("raw").sentByHand().receivedByHand().make();
    }
  }

  @Nested
  class Channels {
    @Test
    void howMuchTheyHold() {
      configure("raw.capacity", "2", "raw.overflow", "DROP_NEW");
      Channel<Integer> raw = byHand();
      assertThat(raw.capacity()).isEqualTo(2);
      assertThat(raw.trySend(1)).isTrue();
      assertThat(raw.trySend(2)).isTrue();
      assertThat(raw.trySend(3)).isFalse();
      assertThat(raw.stats().dropped()).isEqualTo(1);
    }

    @Test
    void thatTheyHaveNoBound() {
      configure("raw.capacity", "UNBOUNDED");
      Channel<Integer> raw = byHand();
      for (int i = 0; i < 1000; i++) {
        assertThat(raw.trySend(i)).isTrue();
      }
    }

    @Test
    void whatDoesNotGoTogether() {
      configure("raw.capacity", "0", "raw.overflow", "DROP_OLD");
      refuses(
          this::byHand,
          "Channel \"Pump.raw\" has capacity 0, so there is no old message to drop",
          "Pump.raw.capacity = \"0\"",
          "Pump.raw.overflow = \"DROP_OLD\"");
      configure("raw.capacity", "UNBOUNDED", "raw.overflow", "FAIL");
      refuses(this::byHand, "Pump.raw has no bound and is never full, so it cannot FAIL");
      configure("raw.capacity", "-1");
      refuses(this::byHand, "Pump.raw.capacity = \"-1\" is too small.");
    }

    @Test
    void moreThreadsThanDeclaredMayReceive() throws Exception {
      configure("take.concurrency", "4", "make.concurrency", "3");
      Channel<Integer> raw =
          weaving.<Integer>channel("raw").sentBy("make").receivedBy("take").make();
      AtomicInteger left = new AtomicInteger(300);
      AtomicInteger taken = new AtomicInteger();
      Worker maker =
          weaving.producer("make").pulls(() -> left.getAndDecrement() > 0 ? 1 : null, raw);
      Worker taker = weaving.consumer("take", raw).runs(taken::addAndGet);
      start();
      assertThat(maker.join(Eventually.PATIENCE)).isTrue();
      assertThat(taker.join(Eventually.PATIENCE)).isTrue();
      assertThat(taken).hasValue(300);
      assertThat(taker.handled()).isEqualTo(300);
    }

    @Test
    void oneThreadInsteadOfSeveralHasTheSimplestQueue() {
      configure("take.concurrency", "1");
      Channel<Integer> raw =
          weaving.<Integer>channel("raw").sentBy("make").receivedBy("take", 4).make();
      weaving.producer("make").pulls(() -> null, raw);
      weaving.consumer("take", raw).concurrency(4).runs(message -> {});
      // Only that queue refuses hands.
      assertThatThrownBy(() -> raw.trySend(1)).isInstanceOf(IllegalStateException.class);
    }

    @Test
    void theNumberOfThreadsOfNobodyIsNoElement() {
      configure("raw.concurrency", "2", "tick.concurrency", "2");
      Channel<Integer> raw =
          weaving.<Integer>channel("raw").sentBy("tick").receivedByHand().make();
      weaving.timer("tick").every(Duration.ofSeconds(1)).sends(() -> 1, raw);
      refuses(
          ConfigTest.this::start,
          "Pump.raw.concurrency configures nothing",
          "What can be configured of Pump.raw: capacity, overflow.",
          "Pump.tick.concurrency configures nothing");
    }

    private Channel<Integer> byHand() {
      return weaving
          .<Integer>channel("raw")
          .overflow(Overflow.BLOCK)
          .sentByHand()
          .receivedByHand()
          .make();
    }
  }

  @Nested
  class PermitsAndLanes {
    @Test
    void howManyPermits() {
      configure("db.permits", "5", "cpu.permits", "6", "one.permits", "7", "two.permits", "8");
      assertThat(weaving.permits("db", 2).available()).isEqualTo(5);
      assertThat(weaving.fairPermits("cpu", 2).available()).isEqualTo(6);
      assertThat(Limits.of(fabric, "Pump.one", 2).available()).isEqualTo(7);
      assertThat(Limits.fair(fabric, "Pump.two", 2).available()).isEqualTo(8);
      assertThat(Limits.of("Pump.one", 2).available()).isEqualTo(2);
      configure("db.permits", "0");
      refuses(() -> weaving.permits("db", 2), "Pump.db.permits = \"0\" is too small.");
    }

    @Test
    void theThreadsAndTheQueueOfALane() throws Exception {
      configure("io.permits", "1", "io.capacity", "1", "io.overflow", "FAIL");
      Lane lane = weaving.lane("io", 4);
      CountDownLatch leave = new CountDownLatch(1);
      CountDownLatch entered = new CountDownLatch(1);
      lane.submit(() -> {
        entered.countDown();
        Eventually.stubbornly(leave);
        return null;
      });
      Eventually.passes(entered);
      Task<Integer> waits = lane.submit(() -> 1);
      assertThat(lane.queued()).isEqualTo(1);
      assertThatThrownBy(() -> lane.submit(() -> 2)).isInstanceOf(ChannelFullException.class);
      leave.countDown();
      assertThat(waits.join()).isEqualTo(1);
    }

    @Test
    void aLaneWithoutABoundIsNeverFull() {
      configure("io.overflow", "DROP_OLD");
      refuses(
          () -> weaving.lane("io", 4),
          "Pump.io has no bound and is never full, so it cannot DROP_OLD");
      configure("io.capacity", "0");
      refuses(() -> weaving.lane("io", 4), "Pump.io.capacity = \"0\" is too small.");
    }

    @Test
    void theThreadsOfLanesOfTheFabric() throws Exception {
      use(Fabric.builder().config(Map.of("lane.cpu.threads", "1")));
      CountDownLatch leave = new CountDownLatch(1);
      CountDownLatch entered = new CountDownLatch(1);
      Lane cpu = fabric.lane("cpu");
      cpu.submit(() -> {
        entered.countDown();
        Eventually.stubbornly(leave);
        return null;
      });
      Eventually.passes(entered);
      Task<Integer> second = cpu.submit(() -> 2);
      assertThat(cpu.queued()).isEqualTo(1);
      leave.countDown();
      assertThat(second.join()).isEqualTo(2);
    }

    @Test
    void lanesThatAreNotThere() {
      use(Fabric.builder().lane("io", 2).config(Map.of("lane.oi.threads", "1")));
      refuses(
          fabric::start,
          "builder lane.oi.threads configures nothing. Did you mean \"lane.io.threads\"?"
              + " What can be configured of lane: cpu, io.");
      use(Fabric.builder().config(Map.of("lane.cpu.threads", "none")));
      refuses(fabric::start, "lane.cpu.threads = \"none\" is not a number.");
    }

    private void use(Fabric.Builder builder) {
      fabric.close();
      fabric = builder.build();
    }
  }

  @Nested
  class Twins {
    @Test
    void whenTheyBeginAndHowLongTheyMayTake() {
      configure("loadAsync.delay", "3s", "loadAsync.timeout", "5s");
      Twin twin = weaving.twin("load").make();
      Task<Void> task = twin.run(Eventually::forEver);
      seam.passAndFire(Duration.ofSeconds(2));
      assertThat(task.threadId()).isEmpty();
      seam.passAndFire(Duration.ofSeconds(1));
      Eventually.until(() -> task.threadId().isPresent());
      seam.passAndFire(Duration.ofSeconds(2));
      Eventually.until(task::isDone);
      assertThatThrownBy(task::join).hasCauseInstanceOf(TimeoutException.class);
    }

    @Test
    void thatTheyBeginAtOnce() {
      configure("later.delay", "");
      Twin twin =
          weaving.twin("load").calledBy("later").delay(Duration.ofHours(1)).make();
      Task<Integer> task = twin.call(() -> 1);
      assertThat(task.join()).isEqualTo(1);
    }

    @Test
    void whereTheyRun() {
      configure("loadAsync.lane", "io", "saveAsync.lane", "cpu", "sendAsync.lane", "");
      Lane io = weaving.lane("io", 1);
      assertThat(threadOf(weaving.twin("load").make())).isEqualTo("Pump.io-1");
      assertThat(threadOf(weaving.twin("save").lane(io).make())).isEqualTo("cpu-1");
      assertThat(threadOf(weaving.twin("send").lane(io).make())).startsWith("Pump.send-");
    }

    private String threadOf(Twin twin) {
      return twin.call(() -> Thread.currentThread().getName()).join();
    }

    @Test
    void whatTheCompilerWouldRefuse() {
      configure(
          "aAsync.lane", "oi", "bAsync.lane", "", "cAsync.delay", "x", "dAsync.timeout", "-1s");
      Lane io = weaving.lane("io", 1);
      refuses(
          () -> weaving.twin("a").make(),
          "Pump.aAsync.lane = \"oi\" is no lane. There are cpu, io. (builder Pump.aAsync.lane)");
      refuses(
          () -> weaving.twin("b").lane(io).callerRuns().make(),
          "Who joins a task of Pump.bAsync may run it, which needs a lane");
      refuses(() -> weaving.twin("c").make(), "Pump.cAsync.delay = \"x\" is not a duration.");
      refuses(() -> weaving.twin("d").make(), "Pump.dAsync.timeout = \"-1s\" is negative.");
    }
  }

  @Nested
  class Waits {
    @Test
    void howLongCallsWait() {
      configure("put.timeout", "3s", "take.guardTimeout", "4s", "give.timeout", "5s");
      Duration declared = Duration.ofSeconds(1);
      assertThat(weaving.timeout("put", declared)).isEqualTo(Duration.ofSeconds(3));
      assertThat(weaving.timeout("take", "guardTimeout", declared))
          .isEqualTo(Duration.ofSeconds(4));
      assertThat(weaving.timeout("take", "lockTimeout", declared)).isSameAs(declared);
      assertThat(Timeouts.of(fabric, "Pump.give", declared)).isEqualTo(Duration.ofSeconds(5));
      configure("put.timeout", "");
      refuses(() -> weaving.timeout("put", declared), "Pump.put.timeout = \"\" is not a duration.");
    }
  }

  @Nested
  class WhereValuesStand {
    @Test
    void aSystemPropertyCountsUnlessTheBuilderHasOne() {
      System.setProperty("lappet.Well.db.permits", "3");
      try {
        assertThat(permitsWith(Fabric.builder())).isEqualTo(3);
        assertThat(permitsWith(Fabric.builder().config(Map.of("*.db.permits", "4"))))
            .isEqualTo(4);
        assertThat(permitsWith(Fabric.builder().config(key -> null))).isEqualTo(3);
      } finally {
        System.clearProperty("lappet.Well.db.permits");
      }
      assertThat(permitsWith(Fabric.builder())).isEqualTo(2);
    }

    @Test
    void whatIsSaidOfTheComponentCountsBeforeWhatIsSaidOfAny() {
      Map<String, String> both = Map.of("*.db.permits", "4", "Well.db.permits", "5");
      assertThat(permitsWith(Fabric.builder().config(both))).isEqualTo(5);
      assertThat(permitsWith(Fabric.builder().config(Map.of("*.db.permits", " 4 "))))
          .isEqualTo(4);
      assertThat(permitsWith(Fabric.builder().config(Map.of("Tank.db.permits", "4"))))
          .isEqualTo(2);
    }

    @Test
    void theSecondObjectOfAClassHasTheSameValues() {
      configure("db.permits", "4");
      start();
      Weaving second = Weaving.of(fabric, 1, "Pump", new Object());
      Permits permits = second.permits("db", 2);
      assertThat(permits.name()).isEqualTo("Pump#2.db");
      assertThat(permits.available()).isEqualTo(4);
    }

    private int permitsWith(Fabric.Builder builder) {
      try (Fabric own = builder.build()) {
        return Weaving.of(own, 1, "Well", new Object()).permits("db", 2).available();
      }
    }

    @Test
    void aFabricOfATestDoesNotLookAround() {
      System.setProperty("lappet.Pump.db.permits", "3");
      try {
        configure();
        assertThat(weaving.permits("db", 2).available()).isEqualTo(2);
      } finally {
        System.clearProperty("lappet.Pump.db.permits");
      }
    }

    @Test
    void aSourceThatCannotListItsKeys() {
      ConfigSource source = key -> key.equals("Well.db.permits") ? "4" : null;
      assertThat(permitsWith(Fabric.builder().config(source))).isEqualTo(4);
    }
  }

  @Nested
  class Strangers {
    @Test
    void whatNobodyHasFailsTheStartAllAtOnce() {
      configure("db.permit", "3", "bd.permits", "3", "db.permits", "4", "db.permits.x", "1");
      weaving.permits("db", 2);
      Worker worker = weaving.daemon("work").runs(Eventually::forEver);
      refuses(
          ConfigTest.this::start,
          "builder Pump.db.permit configures nothing. Did you mean \"Pump.db.permits\"?"
              + " What can be configured of Pump.db: permits.",
          "builder Pump.bd.permits configures nothing. Did you mean \"Pump.db.permits\"?"
              + " What can be configured of Pump: db, work.",
          "builder Pump.db.permits.x configures nothing.");
      assertThat(worker.state()).isEqualTo(Worker.State.NEW);
      assertThat(fabric.state()).isEqualTo(Fabric.State.NEW);
    }

    @Test
    void anElementThatNoneHasOfTheseMembers() {
      fabric.close();
      fabric = Fabric.builder()
          .config(Map.of("*.db.permit", "3", "*.other.permits", "3", "Tank.db.permit", "3"))
          .build();
      Weaving.of(fabric, 1, "Pump", this).permits("db", 2);
      assertThatThrownBy(fabric::start)
          .isInstanceOf(WiringException.class)
          .hasMessage("builder *.db.permit configures nothing. Did you mean \"*.db.permits\"?"
              + " What can be configured of *.db: permits.");
    }

    @Test
    void aNameThatBeginsAsAnotherDoes() {
      fabric.close();
      fabric =
          Fabric.builder().config(Map.of("Pumps.db.x", "3", "Pum.db.x", "3")).build();
      Weaving.of(fabric, 1, "Pump", this).permits("db", 2);
      fabric.start();
      assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
    }
  }
}
