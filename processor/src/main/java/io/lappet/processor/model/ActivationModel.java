package io.lappet.processor.model;

import java.util.Optional;

/** A method that the runtime calls by itself. */
public sealed interface ActivationModel {
  /** The method. */
  Call call();

  /** Who calls it. */
  Workers workers();

  /** What happens when it fails. */
  FailureModel failure();

  /** The name by which it is configured: from the second timer of a method on with a number. */
  default String member() {
    return call().method();
  }

  /** The channel that gets its results. */
  default Optional<End> to() {
    return Optional.empty();
  }

  /** The channel that it takes its messages from. */
  default Optional<End> from() {
    return Optional.empty();
  }

  /** Whether its method is given the channel, which any thread may then send to. */
  default boolean pushes() {
    return false;
  }

  /** What decides which of its messages are handled one at a time. */
  default Optional<MessageKey> key() {
    return Optional.empty();
  }

  /** A {@code @Daemon}. */
  record DaemonModel(Call call, Workers workers, FailureModel failure) implements ActivationModel {}

  /**
   * A {@code @Producer}.
   *
   * @param pushes whether it is given the channel, instead of returning messages
   */
  record ProducerModel(Call call, boolean pushes, End target, Workers workers, FailureModel failure)
      implements ActivationModel {
    @Override
    public Optional<End> to() {
      return Optional.of(target);
    }
  }

  /** A {@code @Consumer}. */
  record ConsumerModel(
      Call call,
      End source,
      Optional<End> to,
      BatchModel batch,
      Optional<MessageKey> key,
      Workers workers,
      FailureModel failure)
      implements ActivationModel {
    @Override
    public Optional<End> from() {
      return Optional.of(source);
    }
  }

  /**
   * A {@code @PeriodicTimer}.
   *
   * @param number which one of its method, from 1 on
   */
  record TimerModel(
      Call call,
      int number,
      TimerSchedule schedule,
      TimerRuns runs,
      boolean daemon,
      Optional<End> to,
      Workers workers,
      FailureModel failure)
      implements ActivationModel {
    @Override
    public String member() {
      return number == 1 ? call.method() : call.method() + "#" + number;
    }
  }
}
