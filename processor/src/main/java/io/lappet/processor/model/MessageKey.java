package io.lappet.processor.model;

import com.palantir.javapoet.TypeName;

/**
 * What decides which messages are handled one at a time.
 *
 * @param method the method of the message that returns it
 * @param of what that method is asked of
 * @param ambiguous whether a reference to the method could mean another one
 * @param place where it is written
 */
public record MessageKey(String method, TypeName of, boolean ambiguous, Place place) {
  /** As it is written. */
  public String text() {
    return "key = \"%s\"".formatted(method);
  }
}
