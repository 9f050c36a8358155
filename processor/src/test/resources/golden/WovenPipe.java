package app;

import io.lappet.Channel;
import io.lappet.Fabric;
import io.lappet.gen.LappetGenerated;
import io.lappet.gen.Monitor;
import io.lappet.gen.Weaving;
import java.util.List;
import java.util.Map;

/**
 * {@link Pipe}, woven: collect() takes from in and sends to out; its own lock guards collect() and
 * best().
 */
@LappetGenerated
@SuppressWarnings("this-escape")
public class WovenPipe<T extends Comparable<? super T>, X extends Exception> extends Pipe<T, X> {
  private final Monitor ownLock;
  private final Channel<T> inChannel;
  private final Channel<Map<String, List<T>>> outChannel;

  public <S extends T> WovenPipe(Fabric fabric, List<? extends S> first, Class<X> failure) {
    super(first, failure);
    Weaving weaving = Weaving.of(fabric, 1, "Pipe", this);
    ownLock = weaving.lock("");
    inChannel = weaving.<T>channel("in").sentByHand().receivedByHand().make();
    outChannel = weaving.<Map<String, List<T>>>channel("out").sentByHand().receivedByHand().make();
    weaving.consumer("collect", inChannel).maps(this::collect, outChannel);
    weaving.register();
  }

  @Override
  public Channel<T> in() {
    return Weaving.ready(inChannel, "Pipe.in()");
  }

  @Override
  public Channel<Map<String, List<T>>> out() {
    return Weaving.ready(outChannel, "Pipe.out()");
  }

  /** Holds its own lock. */
  @Override
  Map<String, List<T>> collect(T item) throws X {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.collect(item);
    }
    lock.enter();
    try {
      return super.collect(item);
    } finally {
      lock.exit();
    }
  }

  /** Holds its own lock. */
  @Override
  public <A, B extends Comparable<B>> B best(Map<A, ? extends B> of, B[] more) {
    Monitor lock = ownLock;
    if (lock == null) { // still constructing: not shared yet
      return super.best(of, more);
    }
    lock.enter();
    try {
      return super.best(of, more);
    } finally {
      lock.exit();
    }
  }
}
