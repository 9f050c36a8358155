package io.lappet.benchmarks.channels;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.Receiver;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.locks.LockSupport;
import org.jctools.queues.SpscArrayQueue;
import org.jspecify.annotations.Nullable;

/** Two threads, two channels: who asks and who answers. */
final class PingPongs {
  static final List<String> ALL = List.of(
      "Lappet", "LappetByHand", Contenders.BASELINE, "JCToolsParking", "JCToolsYielding", "Unpark");

  private PingPongs() {}

  static AutoCloseable open(String name, Trips trips) {
    return switch (name) {
      case "Lappet" -> start(Fabric.create(), trips);
      case "LappetByHand" -> startByHand(Fabric.create(), trips);
      case Contenders.BASELINE -> blocking(trips);
      case "JCToolsParking" -> parking(trips);
      case "JCToolsYielding" -> yielding(trips);
      case "Unpark" -> new Bare(trips);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static AutoCloseable start(Fabric fabric, Trips trips) {
    fabric.start(new WovenPingPongs_Ball(fabric, trips));
    return () -> {
      trips.stop();
      fabric.close();
    };
  }

  private static AutoCloseable startByHand(Fabric fabric, Trips trips) {
    fabric.start(new WovenPingPongs_Asker(fabric, trips));
    return () -> {
      trips.stop();
      fabric.close();
    };
  }

  private static AutoCloseable blocking(Trips trips) {
    BlockingQueue<Integer> requests = new ArrayBlockingQueue<>(Contenders.CAPACITY);
    BlockingQueue<Integer> replies = new ArrayBlockingQueue<>(Contenders.CAPACITY);
    return threads(
        trips,
        request -> {
          requests.put(request);
          replies.take();
        },
        () -> replies.put(requests.take()));
  }

  private static AutoCloseable parking(Trips trips) {
    ParkingQueue requests = new ParkingQueue("1+1");
    ParkingQueue replies = new ParkingQueue("1+1");
    return threads(
        trips,
        request -> {
          requests.put(request);
          replies.take();
        },
        () -> replies.put(requests.take()));
  }

  /** The fastest, and both cores are never idle. */
  private static AutoCloseable yielding(Trips trips) {
    Queue<Integer> requests = new SpscArrayQueue<>(Contenders.CAPACITY);
    Queue<Integer> replies = new SpscArrayQueue<>(Contenders.CAPACITY);
    return threads(
        trips,
        request -> {
          requests.add(request);
          takeYielding(replies);
        },
        () -> replies.add(takeYielding(requests)));
  }

  private static Integer takeYielding(Queue<Integer> queue) throws InterruptedException {
    Integer item = queue.poll();
    while (item == null) {
      Thread.yield();
      if (Thread.currentThread().isInterrupted()) {
        throw new InterruptedException();
      }
      item = queue.poll();
    }
    return item;
  }

  private static AutoCloseable threads(Trips trips, Asking asking, Answering answering) {
    Thread asker = new Thread(() -> ask(trips, asking));
    Thread answerer = new Thread(() -> answer(answering));
    asker.start();
    answerer.start();
    return () -> {
      trips.stop();
      asker.join();
      answerer.interrupt();
      answerer.join();
    };
  }

  private static void ask(Trips trips, Asking asking) {
    try {
      for (Integer request = trips.next(); request != null; request = trips.next()) {
        asking.ask(request);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
  }

  private static void answer(Answering answering) {
    try {
      while (true) {
        answering.answer();
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // the end
    }
  }

  /** Sends a request and waits for the reply. */
  @FunctionalInterface
  interface Asking {
    void ask(Integer request) throws InterruptedException;
  }

  /** Waits for a request and sends the reply. */
  @FunctionalInterface
  interface Answering {
    void answer() throws InterruptedException;
  }

  /**
   * A ball between two consumers, by declared workers alone; somebody has to throw it in, so two
   * workers send requests, the other of them only once.
   */
  @SuppressWarnings("channel-cycle") // there is only one ball
  abstract static class Ball {
    private final Trips trips;
    private boolean isThrownIn;

    Ball(Trips trips) {
      this.trips = trips;
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> requests();

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> replies();

    @Producer(to = "requests")
    @Nullable
    Integer throwIn() throws InterruptedException {
      if (isThrownIn) {
        return null;
      }
      isThrownIn = true;
      return trips.next();
    }

    @Consumer(from = "requests", to = "replies")
    Integer answer(Integer request) {
      return request;
    }

    @Consumer(from = "replies", to = "requests")
    @Nullable
    Integer askAgain(Integer reply) throws InterruptedException {
      return trips.next();
    }
  }

  /** One producer that asks, and takes the reply by hand before it asks again. */
  abstract static class Asker {
    private final Trips trips;
    private boolean hasAsked;

    Asker(Trips trips) {
      this.trips = trips;
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> requests();

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract Receiver<Integer> replies();

    @Producer(to = "requests")
    @Nullable
    Integer ask() throws InterruptedException {
      if (hasAsked) {
        replies().receive();
      }
      hasAsked = true;
      return trips.next();
    }

    @Consumer(from = "requests", to = "replies")
    Integer answer(Integer request) {
      return request;
    }
  }

  /** No queue: a turn that both sides read, and the other side unparked after each change. */
  @SuppressWarnings("try") // close() may be interrupted, which ends the benchmark
  private static final class Bare implements AutoCloseable {
    private static final int ASKERS = 0;
    private static final int ANSWERERS = 1;

    private final Thread asker;
    private final Thread answerer;
    private final Trips trips;
    private volatile int turn = ASKERS;

    Bare(Trips trips) {
      this.trips = trips;
      asker = new Thread(() -> ask(trips, request -> pass(ASKERS)));
      answerer = new Thread(() -> answer(() -> pass(ANSWERERS)));
      answerer.start();
      asker.start();
    }

    /** Of the asker: away with the turn, and wait for it. Of the answerer: the other way about. */
    private void pass(int mine) throws InterruptedException {
      if (mine == ASKERS) {
        turn = ANSWERERS;
        LockSupport.unpark(answerer);
      }
      while (turn != mine) {
        LockSupport.park(this);
        if (Thread.interrupted()) {
          throw new InterruptedException();
        }
      }
      if (mine == ANSWERERS) {
        turn = ASKERS;
        LockSupport.unpark(asker);
      }
    }

    @Override
    public void close() throws InterruptedException {
      trips.stop();
      asker.join();
      answerer.interrupt();
      answerer.join();
    }
  }
}
