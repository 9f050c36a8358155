package io.lappet.benchmarks.channels;

import com.lmax.disruptor.EventHandler;
import com.lmax.disruptor.RingBuffer;
import com.lmax.disruptor.WaitStrategy;
import com.lmax.disruptor.dsl.Disruptor;
import com.lmax.disruptor.dsl.ProducerType;
import com.lmax.disruptor.util.DaemonThreadFactory;
import java.util.List;

/**
 * The ring of Disruptor. Its version 4 has no pool of workers any more: of several handlers, each
 * sees every event and leaves alone those that are another's, as its authors advise.
 */
final class Disruptors {
  private Disruptors() {}

  static AutoCloseable open(Round round, WaitStrategy waiting) {
    ProducerType type = round.supplies.size() == 1 ? ProducerType.SINGLE : ProducerType.MULTI;
    Disruptor<Slot> disruptor = new Disruptor<>(
        Slot::new, Contenders.CAPACITY, DaemonThreadFactory.INSTANCE, type, waiting);
    List<Sink> sinks = round.sinks;
    if (sinks.size() == 1) {
      Sink sink = sinks.get(0);
      disruptor.handleEventsWith((slot, sequence, endOfBatch) -> sink.accept(slot.item));
    } else {
      for (int i = 0; i < sinks.size(); i++) {
        disruptor.handleEventsWith(share(sinks.get(i), i, sinks.size()));
      }
    }
    RingBuffer<Slot> ring = disruptor.start();
    Loops producers = new Loops(round, item -> {
      long sequence = ring.next();
      try {
        ring.get(sequence).item = item;
      } finally {
        ring.publish(sequence);
      }
    });
    return () -> {
      producers.close();
      disruptor.shutdown();
    };
  }

  private static EventHandler<Slot> share(Sink sink, int mine, int all) {
    return (slot, sequence, endOfBatch) -> {
      if (sequence % all == mine) {
        sink.accept(slot.item);
      }
    };
  }

  /** What stays in the ring. */
  static final class Slot {
    Integer item = 0;
  }
}
