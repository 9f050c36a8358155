package io.lappet.processor.model;

import java.util.OptionalInt;

/** An abstract method without parameters that returns a resource of the object. */
public sealed interface AccessorModel {
  /** The method. */
  Signature signature();

  /**
   * A handle of the channel of its name.
   *
   * @param channel the name and the type of the messages
   * @param sends whether messages can be sent through it
   * @param receives whether messages can be received through it
   */
  record ChannelAccessor(
      Signature signature, End channel, boolean sends, boolean receives, ChannelShape shape)
      implements AccessorModel {}

  /**
   * The lock of its name.
   *
   * @param readWrite whether it is both sides of a read-write lock
   */
  record LockAccessor(Signature signature, boolean readWrite, Place place)
      implements AccessorModel {}

  /** The gate of its name. */
  record GateAccessor(Signature signature) implements AccessorModel {}

  /** The permits of its name. */
  record PermitsAccessor(Signature signature, PermitsShape shape) implements AccessorModel {}

  /**
   * The lane of its name.
   *
   * @param threads how many threads it has; none if the builder of the fabric says so
   * @param queue where tasks wait for one of them
   */
  record LaneAccessor(Signature signature, OptionalInt threads, QueueModel queue)
      implements AccessorModel {}

  /**
   * The worker of the activation {@code method}.
   *
   * @param number which one of the method, from 1 on
   * @param isTimer whether it is handed out as a timer
   */
  record WorkerAccessor(Signature signature, String method, int number, boolean isTimer)
      implements AccessorModel {}

  /** The fabric. */
  record FabricAccessor(Signature signature) implements AccessorModel {}
}
