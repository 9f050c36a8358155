package io.lappet.internal.fabric;

import io.lappet.Channel;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.ChannelOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;

/** One woven object and what belongs to it. Filled by its constructor, then unchanging. */
public final class Component {
  final FabricCore fabric;
  final String name;
  final Object self;
  final List<WorkerCore> workers = new ArrayList<>();
  final List<ChannelCore<?>> channels = new ArrayList<>();

  /** Whether somebody has begun to run the user's {@code close}. */
  final AtomicBoolean closed = new AtomicBoolean();

  Component(FabricCore fabric, String name, Object self) {
    this.fabric = fabric;
    this.name = name;
    this.self = self;
  }

  /** The full name of a member. */
  public String member(String member) {
    return name + "." + member;
  }

  /** Adds a worker. */
  public <W extends WorkerCore> W add(W worker) {
    workers.add(worker);
    return worker;
  }

  /** Its consumers are gone for good. */
  void giveUpInputs() {
    for (WorkerCore worker : workers) {
      if (worker instanceof ConsumerWorker<?, ?, ?> consumer) {
        consumer.giveUpInput();
      }
    }
  }

  /** Makes and adds a channel. */
  public <T> Channel<T> channel(ChannelOptions<T> options) {
    ChannelCore<T> channel = ChannelCore.make(options, fabric);
    channels.add(channel);
    fabric.adopt(channel);
    return channel;
  }
}
