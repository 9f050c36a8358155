package io.lappet.processor.body.facts;

/** A place in a source file, where a message can be shown. */
public interface Spot {
  /** As messages name it: {@code Account.java:9}. */
  String text();

  /** The number of its line. */
  long line();
}
