package io.lappet.benchmarks.channels;

import com.lmax.disruptor.BlockingWaitStrategy;
import com.lmax.disruptor.YieldingWaitStrategy;
import java.util.List;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.LinkedTransferQueue;
import org.jctools.queues.MpscBlockingConsumerArrayQueue;

/** Who moves the items of a {@link Round}, by name. */
final class Contenders {
  static final int CAPACITY = 1024;
  static final int BATCH = 64;

  /** What all others are compared with. */
  static final String BASELINE = "ArrayBlockingQueue";

  private static final List<String> ALL = List.of(
      "Lappet",
      BASELINE,
      "LinkedBlockingQueue",
      "LinkedTransferQueue",
      "JCToolsParking",
      "JCToolsBackoff",
      "JCToolsBlocking",
      "DisruptorBlocking",
      "DisruptorYielding",
      "Kotlin",
      "Guava",
      "Pekko");

  private Contenders() {}

  /** All that can do {@code shape}. */
  static List<String> of(String shape) {
    return ALL.stream()
        .filter(name -> shape.endsWith("+1") || !name.equals("JCToolsBlocking"))
        .toList();
  }

  /** Those that are of interest for batches. */
  static List<String> ofBatches() {
    return List.of("Lappet", "LappetBatch", BASELINE, "ArrayBlockingQueueDrain");
  }

  /** Starts one, with the threads of all producers and consumers. */
  static AutoCloseable open(String name, String shape, Round round) {
    return switch (name) {
      case "Lappet" -> Pipelines.open(shape, round);
      case "LappetBatch" -> Pipelines.openBatch(round);
      case BASELINE -> Loops.around(round, new ArrayBlockingQueue<>(CAPACITY));
      case "ArrayBlockingQueueDrain" -> Loops.draining(round, new ArrayBlockingQueue<>(CAPACITY));
      case "LinkedBlockingQueue" -> Loops.around(round, new LinkedBlockingQueue<>(CAPACITY));
      case "LinkedTransferQueue" -> Loops.around(round, new LinkedTransferQueue<>());
      case "JCToolsParking" -> parking(round, new ParkingQueue(shape));
      case "JCToolsBackoff" -> backingOff(round, new BackoffQueue(ParkingQueue.queue(shape)));
      case "JCToolsBlocking" -> blocking(round, new MpscBlockingConsumerArrayQueue<>(CAPACITY));
      case "DisruptorBlocking" -> Disruptors.open(round, new BlockingWaitStrategy());
      case "DisruptorYielding" -> Disruptors.open(round, new YieldingWaitStrategy());
      case "Kotlin" -> Coroutines.open(round);
      case "Guava" -> EventBuses.open(round);
      case "Pekko" -> Actors.open(round);
      case "LappetConfined" -> Confined.open(round);
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static AutoCloseable parking(Round round, ParkingQueue queue) {
    return new Loops(round, queue::put, sink -> sink.accept(queue.take()));
  }

  private static AutoCloseable backingOff(Round round, BackoffQueue queue) {
    return new Loops(round, queue::put, sink -> sink.accept(queue.take()));
  }

  /** Its consumer waits by itself; its producers do not ({@code put} throws), so they back off. */
  private static AutoCloseable blocking(
      Round round, MpscBlockingConsumerArrayQueue<Integer> queue) {
    BackoffQueue producers = new BackoffQueue(queue);
    return new Loops(round, producers::put, sink -> sink.accept(queue.take()));
  }
}
