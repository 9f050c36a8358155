package io.lappet.processor.model;

/**
 * Who sends to a channel, or receives from it.
 *
 * @param who the method, as messages call it
 * @param named where the channel is named
 * @param typed where the type of the messages stands
 */
public record End(
    String channel, String who, MessageType type, Kind kind, Place named, Place typed) {
  /** How messages pass. */
  public enum Kind {
    /** As arguments or results of calls. */
    CALLS,
    /** Through a handle that is given away, so that the channel has to be of just this type. */
    HANDLE,
    /** In lists, so that the channel has to be of just this type. */
    LISTS,
    /** As what could not be handled. */
    FAILURES
  }

  /** What passes, as messages call it. */
  public String source() {
    return kind == Kind.FAILURES ? "the failures of " + who : who;
  }

  /** What it takes or gives, as messages call it. */
  public String text() {
    return kind == Kind.LISTS ? "java.util.List<%s>".formatted(type.text()) : type.text();
  }

  /** Whether it can send to a channel of that type. */
  public boolean canSend(MessageType carried) {
    return kind == Kind.HANDLE ? type.isSame(carried) : type.fits(carried);
  }

  /** Whether it can receive from a channel of that type. */
  public boolean canReceive(MessageType carried) {
    return kind == Kind.LISTS ? type.isSame(carried) : carried.fits(type);
  }
}
