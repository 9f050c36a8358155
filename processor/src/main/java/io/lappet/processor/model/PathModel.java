package io.lappet.processor.model;

import java.util.List;

/** A way to an object, from a parameter or from the object whose method is called. */
public record PathModel(List<Hop> hops) {
  /** One name of it. */
  public record Hop(Kind kind, String name) {}

  /** What a name stands for. */
  public enum Kind {
    /** A parameter of the method; only the first name is one. */
    PARAMETER,
    /** A field. */
    FIELD,
    /** A method without parameters. */
    METHOD
  }

  /** Where it begins. */
  public Hop first() {
    return hops.get(0);
  }
}
