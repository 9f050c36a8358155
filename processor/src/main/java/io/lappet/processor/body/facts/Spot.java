package io.lappet.processor.body.facts;

/** A place in a source file. */
public interface Spot {
  /** As messages name it: {@code Account.java:9}. */
  String text();

  /** The number of its line. */
  long line();

  /** Whether the file is compiled here, so that a message can be shown there. */
  default boolean isHere() {
    return true;
  }
}
