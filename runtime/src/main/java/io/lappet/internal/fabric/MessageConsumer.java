package io.lappet.internal.fabric;

import io.lappet.DeadLetter;
import io.lappet.Fn;
import io.lappet.internal.channel.ChannelCore;
import io.lappet.internal.channel.Intake;
import org.jspecify.annotations.Nullable;

/**
 * Calls a consumer method for each message of a channel.
 *
 * @param <T> the type of the messages
 * @param <R> the type of the results
 */
public final class MessageConsumer<T, R> extends ConsumerWorker<T, T, R> {
  /** Makes one; {@code to} is null if results are not sent. */
  public MessageConsumer(
      Component component,
      WorkerSpec spec,
      ChannelCore<T> from,
      Fn<? super T, ? extends R> body,
      @Nullable ChannelCore<R> to,
      @Nullable ChannelCore<? super DeadLetter<T>> deadLetters) {
    super(component, spec, from, body, to, deadLetters);
  }

  @Override
  Turns turns(Hand hand, Intake<T> intake) {
    return new Turns(hand, intake) {
      @Override
      @Nullable
      Verdict next() throws InterruptedException {
        Verdict verdict = Verdict.RETURNED;
        while (verdict == Verdict.RETURNED) {
          T message = intake.take();
          if (message == null) {
            return null;
          }
          verdict = handle(hand, message);
          if (verdict != Verdict.GIVEN_UP) {
            intake.done(message);
          }
        }
        return verdict;
      }
    };
  }

  @Override
  @SuppressWarnings("unchecked") // the argument of its calls is the message
  boolean settlesItself(Object message, Throwable failure, int attempts)
      throws InterruptedException {
    if (deadLetters == null) {
      return false;
    }
    sendInHand(deadLetters.inlet(), new DeadLetter<T>((T) message, failure, attempts, name()));
    return true;
  }
}
