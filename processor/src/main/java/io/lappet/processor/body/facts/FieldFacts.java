package io.lappet.processor.body.facts;

import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;

/**
 * A field.
 *
 * @param owner the full name of its class
 * @param type its declared type, in full, without type arguments
 * @param traits what kind of type that is
 * @param guardedBy what an annotation {@code GuardedBy} of any package says
 */
public record FieldFacts(
    String owner,
    String name,
    String type,
    Set<Trait> traits,
    Set<Modifier> modifiers,
    Optional<String> guardedBy,
    Set<String> suppressed,
    Spot spot) {
  /** What is known of a type. */
  public enum Trait {
    /** A primitive type. */
    PRIMITIVE,
    /** A collection or map of the JDK that is not made for several threads. */
    PLAIN_COLLECTION,
    /** A format, calendar or digest of the JDK: each use changes it, even one that looks like a question. */
    STATEFUL,
    /** An array. */
    ARRAY,
    /** Made for several threads: of {@code java.util.concurrent}, or a handle of ours. */
    THREAD_SAFE,
    /** Strings, boxed values, times, enums, records. */
    IMMUTABLE
  }

  /** Whether it has that modifier. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }
}
