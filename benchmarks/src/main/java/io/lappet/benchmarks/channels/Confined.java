package io.lappet.benchmarks.channels;

import io.lappet.Fabric;
import io.lappet.annotation.ChannelSpec;
import io.lappet.annotation.Overflow;
import io.lappet.gen.Loop;
import io.lappet.gen.Twin;
import io.lappet.gen.Weaving;

/**
 * A confined object whose only method gets an item, called through a twin that returns nothing. Its
 * mailbox has no bound, as that of an actor.
 */
final class Confined {
  private final Sink sink;
  private final Loop loop;
  private final Twin acceptTwin;

  private Confined(Fabric fabric, Sink sink) {
    this.sink = sink;
    Weaving weaving = Weaving.of(fabric, 1, "Confined", this);
    loop = weaving.loop(ChannelSpec.UNBOUNDED, Overflow.BLOCK);
    acceptTwin = weaving.twin("accept").loop(loop).make();
  }

  static AutoCloseable open(Round round) {
    Fabric fabric = Fabric.create();
    Confined object = new Confined(fabric, round.sinks.get(0));
    Loops producers = new Loops(round, object::tell);
    return () -> {
      producers.close();
      fabric.close();
    };
  }

  private void tell(Integer item) {
    acceptTwin.tell(() -> accept(item));
  }

  private void accept(Integer item) {
    loop.require("Confined.accept(Integer)");
    sink.accept(item);
  }
}
