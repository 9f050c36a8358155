package io.lappet.processor.body.facts;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import javax.lang.model.element.Modifier;
import org.jspecify.annotations.Nullable;

/**
 * A method, constructor or lambda with a body or without.
 *
 * @param id tells it apart from all others
 * @param owner the full name of its class
 * @param label as messages call it: {@code deposit()}
 * @param parameters their types, in full, without type arguments
 * @param overrides the ids of the methods that it overrides, in classes that are compiled here
 * @param enclosing the id of the method in which a lambda stands
 * @param twin what it runs elsewhere, if it is a twin
 * @param acts what its body does; lambdas that run at once are part of it
 * @param suppressed what {@code @SuppressWarnings} says for it and around it
 */
public record MethodFacts(
    String id,
    String owner,
    String name,
    String label,
    Kind kind,
    Set<Modifier> modifiers,
    List<String> parameters,
    List<String> overrides,
    Optional<String> enclosing,
    Optional<Twin> twin,
    Entry entry,
    List<Act> acts,
    Set<String> suppressed,
    Spot spot) {
  /** What it is. */
  public enum Kind {
    /** A method. */
    METHOD,
    /** A constructor. */
    CONSTRUCTOR,
    /** The initialisers of the fields and blocks of an object. */
    INITIALISER,
    /** Those of a class. */
    STATIC_INITIALISER,
    /** A lambda that does not run at once. */
    LAMBDA
  }

  /**
   * A twin.
   *
   * @param target the id of the method that it runs
   * @param lane the lane that runs it; if it is none, each call has a thread of its own
   * @param inPlace whether who waits for it may run it
   */
  public record Twin(String target, Optional<Resource> lane, boolean inPlace) {}

  /** The id of the method that it runs elsewhere, if it is a twin. */
  public Optional<String> twinOf() {
    return twin.map(Twin::target);
  }

  /** The same method with another body. */
  public MethodFacts withActs(List<Act> others) {
    return new MethodFacts(
        id,
        owner,
        name,
        label,
        kind,
        modifiers,
        parameters,
        overrides,
        enclosing,
        twin,
        entry,
        others,
        suppressed,
        spot);
  }

  /** Whether it has that modifier. */
  public boolean is(Modifier modifier) {
    return modifiers.contains(modifier);
  }

  /** Whether its object is not shared with anyone while it runs. */
  public boolean isConstruction() {
    return kind == Kind.CONSTRUCTOR || kind == Kind.INITIALISER;
  }

  /** With its class, as messages call it: {@code Account.deposit()}. */
  public String fullLabel() {
    return kind == Kind.METHOD
        ? ownerLabel() + "." + label
        : label.replace(" in ", " in " + ownerLabel() + ".");
  }

  /** Its class, as messages call it. */
  public String ownerLabel() {
    return new Node(Node.Kind.LOCK, owner, "", false).ownerLabel();
  }

  /** There is one of each id. */
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof MethodFacts it && it.id.equals(id);
  }

  @Override
  public int hashCode() {
    return id.hashCode();
  }
}
