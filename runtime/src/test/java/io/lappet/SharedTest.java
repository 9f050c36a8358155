package io.lappet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.lappet.gen.Channels;
import io.lappet.gen.Monitor;
import io.lappet.gen.SharedResources;
import io.lappet.gen.Weaving;
import io.lappet.spi.DelegatingFabric;
import java.lang.reflect.Proxy;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** Resources of several classes, as the processor writes them: one instance per fabric. */
@Timeout(60)
class SharedTest {
  private final Recorder recorder = new Recorder();
  private final Fabric fabric = Fabric.builder().listener(recorder).build();

  @AfterEach
  void closeFabric() {
    fabric.close(Duration.ZERO);
  }

  /** What is written for {@code @Shared interface Books}. */
  private static final class Books {
    static final AtomicInteger MADE = new AtomicInteger();
    static final SharedResources<Books> SHARED = new SharedResources<>(1, "Books", Books::new);

    final Monitor ledger;
    final Gate open;
    final Permits db;
    final ChannelView<String> orders; // neither end is used by hand
    final Channel<String> mail; // both are

    private Books(Weaving weaving) {
      MADE.incrementAndGet();
      ledger = weaving.lock("ledger");
      open = weaving.gate("open");
      db = weaving.permits("db", 2);
      orders = weaving.<String>channel("orders").make();
      mail = weaving.<String>channel("mail").sentByHand().receivedByHand().make();
    }

    static Books in(Fabric fabric) {
      return SHARED.in(fabric);
    }
  }

  private static Weaving weaving(Fabric fabric, String name) {
    return Weaving.of(fabric, 1, name, new Object());
  }

  @Test
  void aFabricHasOne() {
    Books books = Books.in(fabric);

    assertThat(Books.in(fabric)).isSameAs(books);
    assertThat(books.ledger.name()).isEqualTo("Books.ledger");
    assertThat(books.db.name()).isEqualTo("Books.db");
    assertThat(fabric.channels()).extracting(Channel::name).contains("Books.orders", "Books.mail");
  }

  @Test
  void twoFabricsHaveTwo() throws Exception {
    try (Fabric other = Fabric.create()) {
      Books.in(fabric).ledger.lock();
      Books.in(fabric).mail.send("here");

      assertThat(Books.in(other)).isNotSameAs(Books.in(fabric));
      assertThat(Books.in(other).ledger.isLocked()).isFalse();
      assertThat(Books.in(other).mail.depth()).isZero();
    }
  }

  @Test
  void aFabricInFrontIsTheSameFabric() {
    DelegatingFabric front = front(fabric);

    assertThat(Books.in(front)).isSameAs(Books.in(fabric));
    assertThat(Books.in(front(front))).isSameAs(Books.in(fabric));
  }

  private static DelegatingFabric front(Fabric behind) {
    return (DelegatingFabric) Proxy.newProxyInstance(
        SharedTest.class.getClassLoader(),
        new Class<?>[] {DelegatingFabric.class},
        (self, method, arguments) -> {
          assertThat(method.getName()).isEqualTo("delegate");
          return behind;
        });
  }

  @Test
  void ofManyWhoAskFirstOneMakesIt() throws Exception {
    int threads = 8;
    CyclicBarrier start = new CyclicBarrier(threads);
    int before = Books.MADE.get();

    List<Side<Books>> sides = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      sides.add(Side.call(() -> {
        start.await();
        return Books.in(fabric);
      }));
    }

    Books books = Books.in(fabric);
    assertThat(sides).allSatisfy(side -> assertThat(side.result()).isSameAs(books));
    assertThat(Books.MADE.get() - before).isEqualTo(1);
  }

  @Test
  void aSecondInterfaceOfTheSameNameGetsANumber() {
    Books.in(fabric);

    assertThat(new SharedResources<>(1, "Books", it -> it).in(fabric).lock("x").name())
        .isEqualTo("Books#2.x");
    assertThat(weaving(fabric, "Books").lock("x").name()).isEqualTo("Books#3.x");
  }

  @Test
  void anotherVersionIsRefused() {
    assertThatThrownBy(() -> new SharedResources<>(2, "Books", Books::new).in(fabric))
        .isInstanceOf(WiringException.class)
        .hasMessageContaining("was generated for version 2");
  }

  @Test
  void aMakerThatFailsLeavesNothing() {
    AtomicInteger permits = new AtomicInteger();
    SharedResources<Permits> shared =
        new SharedResources<>(1, "Books", weaving -> weaving.permits("db", permits.get()));

    assertThatThrownBy(() -> shared.in(fabric)).isInstanceOf(IllegalArgumentException.class);
    permits.set(2);

    assertThat(shared.in(fabric).available()).isEqualTo(2);
  }

  @Test
  void locksGatesAndPermitsOutliveTheFabric() throws Exception {
    Books books = Books.in(fabric);
    fabric.close();

    assertThat(Books.in(fabric)).isSameAs(books);
    books.ledger.lock();
    books.ledger.unlock();
    books.open.open();
    books.open.await();
    books.db.acquire().close();
  }

  @Test
  void channelsEndWithTheFabric() {
    Channel<String> mail = Books.in(fabric).mail;
    fabric.close();

    assertThatThrownBy(() -> mail.send("late"))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Books.mail");
  }

  @Test
  void channelsThatAreMadeAfterTheEndAreClosed() {
    fabric.close();
    Channel<String> mail = Books.in(fabric).mail;

    assertThat(mail.isClosed()).isTrue();
    assertThatThrownBy(() -> mail.send("late"))
        .isInstanceOf(ChannelClosedException.class)
        .hasMessageContaining("Books.mail");
    assertThatThrownBy(mail::receive).isInstanceOf(ChannelClosedException.class);
  }

  @Test
  void closingDrainsWhatOneClassSentAndAnotherTakes() throws Exception {
    Books books = Books.in(fabric);
    List<String> taken = new CopyOnWriteArrayList<>();
    CountDownLatch hold = new CountDownLatch(1);
    Weaving taker = weaving(fabric, "Taker");
    taker.consumer("take", books.mail).runs(message -> {
      Eventually.passes(hold);
      taken.add(message);
    });
    taker.register();
    fabric.start();
    books.mail.send("a");
    books.mail.send("b");

    Side<ShutdownReport> closing = Side.call(() -> fabric.close(Duration.ofSeconds(10)));
    closing.parked();
    hold.countDown();

    assertThat(closing.result().clean()).isTrue();
    assertThat(taken).containsExactly("a", "b");
  }

  @Test
  void aSharedChannelDoesNotEndWithItsSender() throws Exception {
    Books books = Books.in(fabric);
    Channel<String> orders = Channels.behind(books.orders);
    List<String> taken = new CopyOnWriteArrayList<>();
    Weaving taker = weaving(fabric, "Taker");
    Worker take = taker.consumer("take", orders).runs(taken::add);
    taker.register();
    produceOne("First", orders, "a");
    fabric.start();
    Worker first = fabric.worker("First.next").orElseThrow();
    assertThat(first.join(Eventually.PATIENCE)).isTrue();

    produceOne("Second", orders, "b");
    fabric.start();
    assertThat(fabric.worker("Second.next").orElseThrow().join(Eventually.PATIENCE))
        .isTrue();

    Eventually.until(() -> taken.size() == 2);
    assertThat(taken).containsExactly("a", "b");
    assertThat(orders.isClosed()).isFalse();
    assertThat(take.isAlive()).isTrue();
  }

  private void produceOne(String name, Channel<String> to, String message) {
    Weaving weaving = weaving(fabric, name);
    AtomicInteger calls = new AtomicInteger();
    weaving.producer("next").pulls(() -> calls.incrementAndGet() == 1 ? message : null, to);
    weaving.register();
  }

  @Test
  void aCircleThroughASharedChannelDoesNotEndByItself() throws Exception {
    Books books = Books.in(fabric);
    Channel<String> orders = Channels.behind(books.orders);
    Weaving hub = weaving(fabric, "Hub");
    Channel<String> back = hub.<String>channel("back").make();
    CountDownLatch passed = new CountDownLatch(1);
    hub.<String>consumer("relay", orders).maps(it -> it, back);
    hub.<String>consumer("retry", back)
        .maps(
            it -> {
              passed.countDown();
              return null;
            },
            orders);
    hub.register();
    produceOne("First", orders, "a");
    fabric.start();

    Eventually.passes(passed);
    assertThat(fabric.worker("First.next").orElseThrow().join(Eventually.PATIENCE))
        .isTrue();
    orders.awaitIdle();
    back.awaitIdle();
    produceOne("Second", orders, "b");
    fabric.start();
    assertThat(fabric.worker("Second.next").orElseThrow().join(Eventually.PATIENCE))
        .isTrue();

    assertThat(orders.isClosed()).isFalse();
    assertThat(back.isClosed()).isFalse();
    assertThat(recorder.failures).isEmpty();
  }

  @Test
  void aStartWithoutReceiverIsRefusedAndCanBeRepeated() throws Exception {
    Channel<String> orders = Channels.behind(Books.in(fabric).orders);
    produceOne("Shop", orders, "a");

    assertThatThrownBy(fabric::start)
        .isInstanceOf(WiringException.class)
        .hasMessage("Shared channel \"Books.orders\" has no other side: Shop.next sends to it, and"
            + " nobody takes from it. Make the object that does before the start.");
    assertThat(fabric.state()).isEqualTo(Fabric.State.NEW);
    assertThat(fabric.threads()).isEmpty();

    Weaving taker = weaving(fabric, "Taker");
    CountDownLatch taken = new CountDownLatch(1);
    taker.consumer("take", orders).runs(message -> taken.countDown());
    taker.register();
    fabric.start();
    Eventually.passes(taken);
  }

  @Test
  void aStartWithoutSenderIsRefused() {
    Weaving taker = weaving(fabric, "Taker");
    taker.consumer("take", Channels.behind(Books.in(fabric).orders)).runs(message -> {});
    taker.register();

    assertThatThrownBy(fabric::start)
        .isInstanceOf(WiringException.class)
        .hasMessageContaining("\"Books.orders\"")
        .hasMessageContaining("Taker.take takes from it, and nobody sends to it");
  }

  @Test
  void aHandleIsTheOtherSide() {
    Weaving taker = weaving(fabric, "Taker");
    taker.consumer("take", Books.in(fabric).mail).runs(message -> {});
    taker.register();
    produceOne("Shop", Books.in(fabric).mail, "a");

    fabric.start();

    assertThat(fabric.state()).isEqualTo(Fabric.State.RUNNING);
  }

  @Test
  void aForeignHandleIsRefused() {
    Sender<String> foreign = new Sender<>() {
      @Override
      public void send(String message) {}

      @Override
      public boolean trySend(String message) {
        return false;
      }

      @Override
      public boolean trySend(String message, Duration limit) {
        return false;
      }
    };

    assertThatThrownBy(() -> Channels.behind(foreign)).isInstanceOf(IllegalArgumentException.class);
  }
}
