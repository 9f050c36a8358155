package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.annotation.OnError.Then;
import io.lappet.annotation.Overflow;
import io.lappet.gen.ChannelMaker;
import io.lappet.gen.Weaving;
import java.lang.ref.WeakReference;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Channels whose messages are handled one at a time for each key. */
@Timeout(60)
class KeyedChannelTest {
  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();
  private final Weaving weaving = Weaving.of(fabric, 1, "Bank", new Object());
  private final List<String> begun = new CopyOnWriteArrayList<>();
  private final Map<String, CountDownLatch> held = new ConcurrentHashMap<>();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /** A message such as {@code a1}, whose key is {@code a}. */
  private static String keyOf(String message) {
    return message.substring(0, 1);
  }

  private ChannelMaker<String> maker() {
    return weaving.<String>channel("orders").sentByHand().keyed(KeyedChannelTest::keyOf);
  }

  private void start() {
    weaving.register();
    fabric.start();
  }

  private void hold(String message) {
    held.put(message, new CountDownLatch(1));
  }

  private void release(String message) {
    held.get(message).countDown();
  }

  private void handle(String message) throws InterruptedException {
    begun.add(message);
    CountDownLatch latch = held.get(message);
    if (latch != null) {
      latch.await();
    }
  }

  private static void sendAll(Sender<String> sender, String... messages)
      throws InterruptedException {
    for (String message : messages) {
      sender.send(message);
    }
  }

  private void begun(String... messages) {
    Eventually.until(() -> begun.size() >= messages.length);
    assertThat(begun).containsExactly(messages);
  }

  @Test
  void aMessageWhoseKeyIsBeingHandledWaitsWhileOthersPass() throws Exception {
    Channel<String> orders = maker().make();
    weaving.consumer("book", orders).concurrency(2).runs(this::handle);
    hold("a1");
    start();
    sendAll(orders, "a1");
    begun("a1");
    sendAll(orders, "a2", "b1", "c1", "a3");
    begun("a1", "b1", "c1");
    Eventually.until(() -> orders.unfinished() == 3);
    assertThat(orders.depth()).isEqualTo(2);
    release("a1");
    begun("a1", "b1", "c1", "a2", "a3");
    orders.awaitIdle();
  }

  @Test
  void theOneThatWasSentFirstComesFirstAmongThoseThatMayBeHandled() throws Exception {
    Channel<String> orders = maker().make();
    weaving.consumer("book", orders).runs(this::handle);
    hold("a1");
    start();
    sendAll(orders, "a1");
    begun("a1");
    sendAll(orders, "a2", "b1", "a3", "c1");
    release("a1");
    begun("a1", "a2", "b1", "a3", "c1");
  }

  @Test
  void messagesWithOneKeyAreHandledOneAtATimeInTheOrderSent() throws Exception {
    Channel<Integer> numbers = weaving
        .<Integer>channel("numbers")
        .sentByHand()
        .capacity(16)
        .keyed(number -> number % 7)
        .make();
    Map<Integer, List<Integer>> seen = new ConcurrentHashMap<>();
    Map<Integer, AtomicInteger> inside = new ConcurrentHashMap<>();
    AtomicBoolean overlap = new AtomicBoolean();
    weaving.consumer("count", numbers).concurrency(4).runs(number -> {
      AtomicInteger here = inside.computeIfAbsent(number % 7, key -> new AtomicInteger());
      if (here.incrementAndGet() != 1) {
        overlap.set(true);
      }
      seen.computeIfAbsent(number % 7, key -> new ArrayList<>()).add(number);
      here.decrementAndGet();
    });
    start();
    for (int i = 0; i < 7000; i++) {
      numbers.send(i);
    }
    numbers.awaitIdle();
    assertThat(overlap).isFalse();
    for (int key = 0; key < 7; key++) {
      int of = key;
      assertThat(seen.get(key))
          .isEqualTo(IntStream.range(0, 7000).filter(i -> i % 7 == of).boxed().toList());
    }
  }

  @Test
  void aFailureLetsTheNextOfItsKeyFollow() throws Exception {
    Channel<String> orders = maker().make();
    weaving.consumer("book", orders).concurrency(2).runs(message -> {
      handle(message);
      if (message.equals("a1")) {
        throw new IllegalStateException("a1");
      }
    });
    start();
    sendAll(orders, "a1", "a2");
    orders.awaitIdle();
    begun("a1", "a2");
    assertThat(recorder.failures).hasSize(1);
  }

  @Test
  void theKeyIsAskedForOnceByTheSender() throws Exception {
    List<Thread> askers = new CopyOnWriteArrayList<>();
    Channel<String> orders = weaving
        .<String>channel("orders")
        .sentByHand()
        .keyed(message -> {
          askers.add(Thread.currentThread());
          return message;
        })
        .make();
    weaving.consumer("book", orders).runs(this::handle);
    start();
    orders.send("a1");
    orders.trySend("a2");
    orders.awaitIdle();
    assertThat(askers).containsExactly(Thread.currentThread(), Thread.currentThread());
  }

  @Test
  void aMessageWithoutAKeyIsRefused() {
    Channel<String> orders =
        weaving.<String>channel("orders").sentByHand().keyed(message -> null).make();
    assertThatThrownBy(() -> orders.send("a1"))
        .isInstanceOf(NullPointerException.class)
        .hasMessageContaining("Bank.orders");
    assertThat(orders.unfinished()).isZero();
  }

  @Test
  void aKeyThatThrowsDoesSoToTheSender() throws Exception {
    Channel<String> orders = maker().make();
    assertThatThrownBy(() -> orders.send("")).isInstanceOf(IndexOutOfBoundsException.class);
    assertThat(orders.unfinished()).isZero();
    orders.send("a1");
    assertThat(orders.depth()).isEqualTo(1);
  }

  @Test
  void aFullChannelDropsTheOneThatHasWaitedLongest() throws Exception {
    Channel<String> orders = maker().capacity(3).overflow(Overflow.DROP_OLD).make();
    weaving.consumer("book", orders).runs(this::handle);
    hold("a1");
    start();
    orders.send("a1");
    begun("a1");
    sendAll(orders, "a2", "a3", "b1", "b2", "a4");
    assertThat(orders.dropped()).isEqualTo(2);
    release("a1");
    orders.awaitIdle();
    begun("a1", "b1", "b2", "a4");
  }

  @Test
  void whatMayBeHandledIsDroppedLikeWhatIsHeldBack() throws Exception {
    Channel<String> orders = maker().capacity(2).overflow(Overflow.DROP_OLD).make();
    sendAll(orders, "a1", "a2", "b1", "b2");
    weaving.consumer("book", orders).runs(this::handle);
    start();
    orders.awaitIdle();
    begun("b1", "b2");
  }

  @Test
  void aFullChannelBlocksAlsoIfAllOfItIsHeldBack() throws Exception {
    Channel<String> orders = maker().capacity(1).make();
    weaving.consumer("book", orders).concurrency(2).runs(this::handle);
    hold("a1");
    start();
    orders.send("a1");
    begun("a1");
    orders.send("a2");
    Side<Void> sender = Side.run(() -> orders.send("b1")).blocked();
    release("a1");
    sender.result();
    orders.awaitIdle();
    assertThat(begun).containsExactlyInAnyOrder("a1", "a2", "b1");
  }

  @Test
  void aClosedChannelEndsWhenWhatWasHeldBackIsHandled() throws Exception {
    Channel<String> orders = maker().make();
    Worker worker = weaving.consumer("book", orders).concurrency(3).runs(this::handle);
    hold("a1");
    start();
    orders.send("a1");
    begun("a1");
    sendAll(orders, "a2", "a3");
    orders.close();
    assertThat(worker.isAlive()).isTrue();
    release("a1");
    worker.join();
    begun("a1", "a2", "a3");
    assertThat(worker.state()).isEqualTo(Worker.State.DONE);
  }

  @Test
  void closingAtOnceReturnsTheRestInTheOrderSent() throws Exception {
    Channel<String> orders = maker().make();
    weaving.consumer("book", orders).runs(this::handle);
    hold("a1");
    start();
    orders.send("a1");
    begun("a1");
    sendAll(orders, "a2", "b1", "a3");
    assertThat(orders.closeNow()).containsExactly("a2", "b1", "a3");
    assertThat(orders.unfinished()).isEqualTo(1);
    release("a1");
    orders.awaitIdle();
  }

  @Test
  void whatIsHeldBackIsUndeliveredWhenTheGraceHasPassed() throws Exception {
    Channel<String> orders = maker().make();
    weaving.consumer("book", orders).concurrency(2).runs(this::handle);
    hold("a1");
    start();
    sendAll(orders, "a1", "a2", "a3");
    begun("a1");
    assertThat(fabric.close(Duration.ZERO).undelivered()).isEqualTo(Map.of("Bank.orders", 3));
  }

  @Test
  void aConsumerThatWasStoppedGoesOnWhereItWas() throws Exception {
    Channel<String> orders = maker().make();
    Worker worker = weaving.consumer("book", orders).runs(this::handle);
    hold("a1");
    start();
    sendAll(orders, "a1", "a2");
    begun("a1");
    worker.stop();
    release("a1");
    worker.join();
    begun("a1");
    worker.start();
    orders.awaitIdle();
    begun("a1", "a2");
  }

  @Test
  void aConsumerThatFailsForGoodHasDealtWithItsMessage() throws Exception {
    Channel<String> orders = maker().make();
    Worker worker = weaving.consumer("book", orders).then(Then.STOP).runs(message -> {
      throw new IllegalStateException(message);
    });
    weaving.register();
    // Sent before the consumer runs: its end closes the channel.
    sendAll(orders, "a1", "a2");
    fabric.start();
    worker.join();
    assertThat(orders.unfinished()).isEqualTo(1);
  }

  @Test
  void itIsReceivedByItsConsumerOnly() {
    Channel<String> orders = maker().make();
    assertThatThrownBy(orders::receive)
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("Bank.orders");
    assertThatThrownBy(orders::tryReceive).isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(() -> orders.tryReceive(Duration.ZERO))
        .isInstanceOf(IllegalStateException.class);
    assertThatThrownBy(orders::take).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void itIsNoHandOverNoTopicAndInNoOtherOrder() {
    assertThatThrownBy(maker().capacity(0)::make).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(maker().topic()::make).isInstanceOf(IllegalArgumentException.class);
    assertThatThrownBy(maker().lifo()::make).isInstanceOf(IllegalArgumentException.class);
  }

  /** A key that is in the same place as all others. */
  private record Key(String name) {
    @Override
    public int hashCode() {
      return 7;
    }
  }

  @Test
  void keysThatShareAHashAreStillDifferent() throws Exception {
    Channel<String> orders = weaving
        .<String>channel("orders")
        .sentByHand()
        .keyed(message -> new Key(keyOf(message)))
        .make();
    weaving.consumer("book", orders).concurrency(2).runs(this::handle);
    hold("a1");
    start();
    sendAll(orders, "a1");
    begun("a1");
    sendAll(orders, "a2", "b1");
    begun("a1", "b1");
    release("a1");
    begun("a1", "b1", "a2");
  }

  @Test
  void aKeyIsNotKeptWhenNoneOfItsMessagesIsLeft() throws Exception {
    Channel<byte[][]> arrays = weaving
        .<byte[][]>channel("arrays")
        .sentByHand()
        .keyed(message -> message[0])
        .make();
    weaving.consumer("take", arrays).runs(message -> {});
    start();
    byte[] key = new byte[1 << 20];
    WeakReference<byte[]> reference = new WeakReference<>(key);
    arrays.send(new byte[][] {key});
    key = null;
    arrays.awaitIdle();
    Eventually.until(() -> {
      System.gc();
      return reference.get() == null;
    });
  }
}
