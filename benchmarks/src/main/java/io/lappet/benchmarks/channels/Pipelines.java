package io.lappet.benchmarks.channels;

import io.lappet.ChannelView;
import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Consumer;
import io.lappet.annotation.Producer;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The shapes as a user of the library writes them. */
final class Pipelines {
  private Pipelines() {}

  /** Starts one; it runs until it is closed. */
  static AutoCloseable open(String shape, Round round) {
    Fabric fabric = Fabric.create();
    switch (shape) {
      case "1+1" -> fabric.start(new WovenPipelines_OneToOne(fabric, round));
      case "1+2" -> fabric.start(new WovenPipelines_OneToTwo(fabric, round));
      case "2+1" -> fabric.start(new WovenPipelines_TwoToOne(fabric, round));
      case "2+2" -> fabric.start(new WovenPipelines_TwoToTwo(fabric, round));
      default -> throw new IllegalArgumentException(shape);
    }
    return closing(fabric, round);
  }

  /** As 1+1, with a consumer that gets lists. */
  static AutoCloseable openBatch(Round round) {
    Fabric fabric = Fabric.create();
    fabric.start(new WovenPipelines_Batch(fabric, round));
    return closing(fabric, round);
  }

  private static AutoCloseable closing(Fabric fabric, Round round) {
    return () -> {
      round.stop();
      fabric.close();
    };
  }

  /** One producer, one consumer. */
  abstract static class OneToOne {
    private final Supply supply;
    private final Sink sink;

    OneToOne(Round round) {
      supply = round.supplies.get(0);
      sink = round.sinks.get(0);
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> items();

    @Producer(to = "items")
    @Nullable
    Integer next() throws InterruptedException {
      return supply.next();
    }

    @Consumer(from = "items")
    void accept(Integer item) {
      sink.accept(item);
    }
  }

  /** One producer; two methods of their own, so that each has a sink of its own. */
  abstract static class OneToTwo {
    private final Supply supply;
    private final Sink sink;
    private final Sink otherSink;

    OneToTwo(Round round) {
      supply = round.supplies.get(0);
      sink = round.sinks.get(0);
      otherSink = round.sinks.get(1);
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> items();

    @Producer(to = "items")
    @Nullable
    Integer next() throws InterruptedException {
      return supply.next();
    }

    @Consumer(from = "items")
    void accept(Integer item) {
      sink.accept(item);
    }

    @Consumer(from = "items")
    void acceptToo(Integer item) {
      otherSink.accept(item);
    }
  }

  /** Two producers, one consumer. */
  abstract static class TwoToOne {
    private final Supply supply;
    private final Supply otherSupply;
    private final Sink sink;

    TwoToOne(Round round) {
      supply = round.supplies.get(0);
      otherSupply = round.supplies.get(1);
      sink = round.sinks.get(0);
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> items();

    @Producer(to = "items")
    @Nullable
    Integer next() throws InterruptedException {
      return supply.next();
    }

    @Producer(to = "items")
    @Nullable
    Integer nextToo() throws InterruptedException {
      return otherSupply.next();
    }

    @Consumer(from = "items")
    void accept(Integer item) {
      sink.accept(item);
    }
  }

  /** Two producers, two consumers. */
  abstract static class TwoToTwo {
    private final Supply supply;
    private final Supply otherSupply;
    private final Sink sink;
    private final Sink otherSink;

    TwoToTwo(Round round) {
      supply = round.supplies.get(0);
      otherSupply = round.supplies.get(1);
      sink = round.sinks.get(0);
      otherSink = round.sinks.get(1);
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> items();

    @Producer(to = "items")
    @Nullable
    Integer next() throws InterruptedException {
      return supply.next();
    }

    @Producer(to = "items")
    @Nullable
    Integer nextToo() throws InterruptedException {
      return otherSupply.next();
    }

    @Consumer(from = "items")
    void accept(Integer item) {
      sink.accept(item);
    }

    @Consumer(from = "items")
    void acceptToo(Integer item) {
      otherSink.accept(item);
    }
  }

  /** One producer, one consumer of lists. */
  abstract static class Batch {
    private final Supply supply;
    private final Sink sink;

    Batch(Round round) {
      supply = round.supplies.get(0);
      sink = round.sinks.get(0);
    }

    @ChannelSpec(capacity = Contenders.CAPACITY)
    abstract ChannelView<Integer> items();

    @Producer(to = "items")
    @Nullable
    Integer next() throws InterruptedException {
      return supply.next();
    }

    @Consumer(from = "items", batch = Contenders.BATCH)
    void accept(List<Integer> items) {
      for (Integer item : items) {
        sink.accept(item);
      }
    }
  }
}
