package io.lappet;

/** Something to run that may fail. */
@FunctionalInterface
public interface Body {
  /** Runs it. */
  void run() throws Exception;
}
