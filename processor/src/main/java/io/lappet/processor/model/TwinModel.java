package io.lappet.processor.model;

import java.util.Optional;

/**
 * An abstract method whose calls run another method elsewhere.
 *
 * @param target the name of that method
 * @param name what its tasks are called, empty for the default
 * @param lane the name of the lane that runs them
 */
public record TwinModel(
    Signature signature,
    String target,
    Form form,
    String name,
    Optional<String> lane,
    Optional<DurationModel> delay,
    Optional<DurationModel> timeout,
    boolean daemon,
    boolean callerRuns,
    Place place) {
  /** Whether it is called as a twin is by default. */
  public boolean isNamedAfterTarget() {
    return signature.name().equals(target + "Async");
  }

  /** What the caller gets, and what the target gives. */
  public enum Form {
    /** A task with a result. */
    CALL("call"),
    /** A task without one. */
    RUN("run"),
    /** A future with a result. */
    FUTURE("future"),
    /** A future without one. */
    FUTURE_OF("futureOf"),
    /** Nothing. */
    TELL("tell"),
    /** The values that the target hands to its last parameter. */
    GENERATE("generate");

    private final String verb;

    Form(String verb) {
      this.verb = verb;
    }

    /** The method of the runtime that does it. */
    public String verb() {
      return verb;
    }
  }
}
