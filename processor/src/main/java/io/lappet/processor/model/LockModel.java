package io.lappet.processor.model;

/** A lock with a field in the woven class, as all methods that take it decide together. */
public record LockModel(String name, Kind kind, boolean fair) {
  /** What it is. */
  public enum Kind {
    /** One at a time. */
    PLAIN,
    /** Many that read, or one that writes. */
    READ_WRITE,
    /** One at a time for each key. */
    KEYED
  }
}
