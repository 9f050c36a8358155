package io.lappet.benchmarks.channels;

import java.util.List;
import kotlin.ResultKt;
import kotlin.Unit;
import kotlin.coroutines.Continuation;
import kotlin.coroutines.intrinsics.IntrinsicsKt;
import kotlin.coroutines.jvm.internal.SuspendLambda;
import kotlin.jvm.functions.Function2;
import kotlinx.coroutines.BuildersKt;
import kotlinx.coroutines.CoroutineScope;
import kotlinx.coroutines.CoroutineStart;
import kotlinx.coroutines.Dispatchers;
import kotlinx.coroutines.GlobalScope;
import kotlinx.coroutines.Job;
import kotlinx.coroutines.channels.BufferOverflow;
import kotlinx.coroutines.channels.Channel;
import kotlinx.coroutines.channels.ChannelKt;
import org.jspecify.annotations.Nullable;

/**
 * Kotlin's channel between coroutines of the default dispatcher. The bodies are what Kotlin's compiler
 * makes of {@code repeat(n) { channel.send(supply.take()) }} and {@code while (true)
 * sink.accept(channel.receive())}, since Java has no {@code suspend}: this is what a user of Kotlin
 * gets. A sending coroutine lasts for a round, so that none blocks a thread of the dispatcher.
 */
final class Coroutines {
  private Coroutines() {}

  static AutoCloseable open(Round round) {
    Channel<Integer> channel = ChannelKt.Channel(Contenders.CAPACITY, BufferOverflow.SUSPEND, null);
    List<Job> consumers = round.sinks.stream()
        .map(sink -> launch(new Receiving(channel, sink, null)))
        .toList();
    List<Thread> starters = round.supplies.stream()
        .map(supply -> new Thread(() -> start(channel, supply)))
        .toList();
    starters.forEach(Thread::start);
    return () -> {
      round.stop();
      for (Thread starter : starters) {
        starter.join();
      }
      consumers.forEach(consumer -> consumer.cancel(null));
    };
  }

  private static void start(Channel<Integer> channel, Supply supply) {
    try {
      while (supply.awaitRound()) {
        launch(new Sending(channel, supply, null));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static Job launch(
      Function2<CoroutineScope, Continuation<? super Unit>, Object> coroutine) {
    return BuildersKt.launch(
        GlobalScope.INSTANCE, Dispatchers.getDefault(), CoroutineStart.DEFAULT, coroutine);
  }

  /** Sends the items of a round. */
  @SuppressWarnings("serial") // as all lambdas of Kotlin, and never written
  private static final class Sending extends SuspendLambda
      implements Function2<CoroutineScope, Continuation<? super Unit>, Object> {
    private final Channel<Integer> channel;
    private final Supply supply;
    private int left;

    @SuppressWarnings("unchecked") // as the compiler does
    Sending(Channel<Integer> channel, Supply supply, @Nullable Continuation<?> completion) {
      super(2, (Continuation<Object>) completion);
      this.channel = channel;
      this.supply = supply;
      this.left = supply.share();
    }

    @Override
    public Continuation<Unit> create(@Nullable Object scope, Continuation<?> completion) {
      return cast(new Sending(channel, supply, completion));
    }

    @Override
    public Object invoke(CoroutineScope scope, Continuation<? super Unit> completion) {
      return new Sending(channel, supply, completion).invokeSuspend(Unit.INSTANCE);
    }

    @Override
    protected Object invokeSuspend(Object result) {
      ResultKt.throwOnFailure(result);
      Object suspended = IntrinsicsKt.getCOROUTINE_SUSPENDED();
      while (left > 0) {
        left--;
        if (channel.send(supply.take(), this) == suspended) {
          return suspended;
        }
      }
      return Unit.INSTANCE;
    }
  }

  /** Receives for ever. */
  @SuppressWarnings("serial") // as all lambdas of Kotlin, and never written
  private static final class Receiving extends SuspendLambda
      implements Function2<CoroutineScope, Continuation<? super Unit>, Object> {
    private final Channel<Integer> channel;
    private final Sink sink;
    private boolean isWaiting;

    @SuppressWarnings("unchecked") // as the compiler does
    Receiving(Channel<Integer> channel, Sink sink, @Nullable Continuation<?> completion) {
      super(2, (Continuation<Object>) completion);
      this.channel = channel;
      this.sink = sink;
    }

    @Override
    public Continuation<Unit> create(@Nullable Object scope, Continuation<?> completion) {
      return cast(new Receiving(channel, sink, completion));
    }

    @Override
    public Object invoke(CoroutineScope scope, Continuation<? super Unit> completion) {
      return new Receiving(channel, sink, completion).invokeSuspend(Unit.INSTANCE);
    }

    @Override
    protected Object invokeSuspend(Object result) {
      ResultKt.throwOnFailure(result);
      Object suspended = IntrinsicsKt.getCOROUTINE_SUSPENDED();
      if (isWaiting) {
        sink.accept((Integer) result);
      }
      isWaiting = true;
      while (true) {
        Object item = channel.receive(this);
        if (item == suspended) {
          return suspended;
        }
        sink.accept((Integer) item);
      }
    }
  }

  @SuppressWarnings("unchecked") // what a coroutine is, whatever its result
  private static Continuation<Unit> cast(Continuation<?> coroutine) {
    return (Continuation<Unit>) coroutine;
  }
}
