package io.lappet.internal.fabric;

import io.lappet.DeadLetter;
import io.lappet.Fn;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Intake;
import io.lappet.internal.seam.Deadlines;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Calls a consumer method with several messages of a channel at once.
 *
 * @param <T> the type of the messages
 * @param <R> the type of the results
 */
public final class BatchConsumer<T, R> extends ConsumerWorker<T, BatchConsumer.Batch<T>, R> {
  private final int size;
  private final long linger;

  /** Makes one; {@code to} is null if results are not sent. */
  public BatchConsumer(
      Component component,
      WorkerSpec spec,
      ChannelCore<T> from,
      Batches batches,
      Fn<? super List<T>, ? extends R> body,
      @Nullable ChannelCore<R> to,
      @Nullable ChannelCore<? super DeadLetter<T>> deadLetters) {
    // The list belongs to the method, also the one that it gets when it is called again.
    super(
        component,
        spec,
        from,
        batch -> body.apply(new ArrayList<>(batch.messages)),
        to,
        deadLetters);
    this.size = batches.size();
    this.linger = Deadlines.nanos(batches.linger());
  }

  /**
   * How many messages a call gets.
   *
   * @param size the most
   * @param linger how long a call may be put off to get so many, counted from its first message
   */
  public record Batches(int size, Duration linger) {
    /** One message, at once. */
    public static final Batches DEFAULT = new Batches(1, Duration.ZERO);

    /** Refuses what the compiler would have refused. */
    public Batches {
      if (size < 1) {
        throw new IllegalArgumentException("A batch cannot have " + size + " messages");
      }
    }

    /** With another size. */
    public Batches withSize(int size) {
      return new Batches(size, linger);
    }

    /** With another time to wait for more. */
    public Batches withLinger(Duration linger) {
      return new Batches(size, linger);
    }
  }

  /** What one thread has in hand, again and again. */
  static final class Batch<T> {
    final List<T> messages = new ArrayList<>();
    int buried; // how many of them, the first ones, are dead letters
  }

  @Override
  Turns turns(Hand hand, Intake<T> intake) {
    return new Turns(hand, intake) {
      private final Batch<T> batch = new Batch<>();

      @Override
      @Nullable
      Verdict next() throws InterruptedException {
        T first = intake.take();
        if (first == null) {
          return null;
        }
        List<T> messages = batch.messages;
        messages.add(first);
        try {
          fill(intake, messages);
          hand.messages = messages.size();
          Verdict verdict = handle(hand, batch);
          intake.done(verdict == Verdict.GIVEN_UP ? messages.subList(0, batch.buried) : messages);
          return verdict;
        } finally {
          messages.clear();
          batch.buried = 0;
        }
      }
    };
  }

  private void fill(Intake<T> intake, List<T> batch) {
    try {
      intake.fill(batch, size, linger == 0 ? 0 : Deadlines.after(seam, linger));
    } catch (InterruptedException e) {
      // What has been taken is in hand; if it was the end of the grace, the call does not begin.
    }
  }

  @Override
  @SuppressWarnings("unchecked") // the argument of its calls is the batch
  boolean settlesItself(Object batch, Throwable failure, int attempts) throws InterruptedException {
    if (deadLetters == null) {
      return false;
    }
    Batch<T> failed = (Batch<T>) batch;
    for (T message : failed.messages) {
      sendInHand(deadLetters.inlet(), new DeadLetter<T>(message, failure, attempts, name()));
      failed.buried++;
    }
    return true;
  }
}
