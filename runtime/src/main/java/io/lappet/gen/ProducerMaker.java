package io.lappet.gen;

import io.lappet.Channel;
import io.lappet.Fn;
import io.lappet.Sender;
import io.lappet.Worker;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.fabric.Component;
import io.lappet.internal.fabric.PullProducer;
import io.lappet.internal.fabric.PushProducer;
import java.util.concurrent.Callable;

/** Makes the worker of a producer method. */
public final class ProducerMaker extends ActivationMaker<ProducerMaker> {
  ProducerMaker(Component component, String method) {
    super(component, method);
  }

  @Override
  ProducerMaker self() {
    return this;
  }

  /** For {@code T m()}. */
  public <T> Worker pulls(Callable<? extends T> body, Channel<T> to) {
    return pullsWith(worker -> body.call(), to);
  }

  /** For {@code T m(Worker self)}. */
  public <T> Worker pullsWith(Fn<? super Worker, ? extends T> body, Channel<T> to) {
    return component.add(new PullProducer<>(component, spec(), body, ChannelCore.of(to)));
  }

  /** For {@code void m(Sender<T> out)}. */
  public <T> Worker pushes(Handler<Sender<T>> body, Channel<T> to) {
    return pushesWith((out, worker) -> body.handle(out), to);
  }

  /** For {@code void m(Sender<T> out, Worker self)}. */
  public <T> Worker pushesWith(PushBody<T> body, Channel<T> to) {
    return component.add(new PushProducer<>(component, spec(), body::push, ChannelCore.of(to)));
  }

  /**
   * A method that sends as it likes.
   *
   * @param <T> the type of the messages
   */
  @FunctionalInterface
  public interface PushBody<T> {
    /** Sends. */
    void push(Sender<T> out, Worker self) throws Exception;
  }
}
