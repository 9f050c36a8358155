package io.lappet.processor.model;

import java.util.Optional;

/**
 * That calls of a method wait for a guard.
 *
 * @param method the name of the guard
 * @param negated whether it is to be false
 * @param withParameters whether it is given the parameters of the call
 */
public record GuardUse(
    String method, boolean negated, boolean withParameters, Optional<DurationModel> timeout) {
  /** As messages call it. */
  public String label() {
    return (negated ? "!" : "") + method + "()";
  }
}
