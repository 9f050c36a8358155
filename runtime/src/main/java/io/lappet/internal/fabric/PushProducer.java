package io.lappet.internal.fabric;

import io.lappet.Fn;
import io.lappet.Sender;
import io.lappet.Worker;
import io.lappet.annotation.OnError.Then;
import io.lappet.internal.channel.ChannelCore;
import java.time.Duration;
import java.util.List;

/**
 * Calls a producer method that sends as it likes.
 *
 * @param <T> the type of the messages
 */
public final class PushProducer<T> extends ThreadWorker {
  private final Routine<T> body;
  private final ChannelCore<T> to;

  /** Makes one that lets {@code body} send to {@code to}. */
  public PushProducer(Component component, WorkerSpec spec, Routine<T> body, ChannelCore<T> to) {
    super(component, spec, Then.RESTART);
    this.body = body;
    this.to = to;
  }

  /**
   * A method that sends as it likes.
   *
   * @param <T> the type of the messages
   */
  @FunctionalInterface
  public interface Routine<T> {
    /** Runs it. */
    void run(Sender<T> out, Worker self) throws Exception;
  }

  @Override
  Kind kind() {
    return Kind.PRODUCER;
  }

  @Override
  List<ChannelCore<?>> outputs() {
    return List.of(to);
  }

  @Override
  boolean succeedsByLasting() {
    return true;
  }

  @Override
  void work(Hand hand) {
    Outlet outlet = new Outlet(hand);
    Fn<Worker, Object> call = worker -> {
      body.run(outlet, worker);
      return null;
    };
    Verdict verdict = Verdict.SETTLED;
    while (verdict == Verdict.SETTLED && awaitTurn()) {
      verdict = Verdict.of(call(hand, call, this));
    }
  }

  /**
   * The channel as the method sees it. While its own thread waits in here it is out of the user's
   * code, so that stopping does not interrupt a message on its way, and a pause holds it.
   */
  private final class Outlet implements Sender<T> {
    private final Hand hand;

    Outlet(Hand hand) {
      this.hand = hand;
    }

    @Override
    public void send(T message) throws InterruptedException {
      if (Threads.currentJob() != hand) {
        to.send(message);
        return;
      }
      if (!givesUp() && to.sendAtOnce(message)) {
        succeeded();
        return;
      }
      stepOut(hand);
      try {
        if (!awaitTurnUninterruptibly() && isForced()) {
          throw new InterruptedException();
        }
        to.send(message);
        succeeded();
      } finally {
        stepIn(hand);
      }
    }

    @Override
    public boolean trySend(T message) {
      return noted(to.trySend(message));
    }

    @Override
    public boolean trySend(T message, Duration limit) throws InterruptedException {
      if (Threads.currentJob() != hand) {
        return to.trySend(message, limit);
      }
      stepOut(hand);
      try {
        return noted(to.trySend(message, limit));
      } finally {
        stepIn(hand);
      }
    }

    private boolean noted(boolean sent) {
      if (sent) {
        succeeded();
      }
      return sent;
    }
  }
}
