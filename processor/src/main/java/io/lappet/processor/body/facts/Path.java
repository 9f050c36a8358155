package io.lappet.processor.body.facts;

import java.util.ArrayList;
import java.util.List;

/**
 * Which object an expression means, as far as a body shows it: a beginning, and final fields from
 * there. Two paths that are known and equal mean the same object within one call.
 *
 * @param name of a variable: its name; of {@link Root#OUTER}: the class
 * @param variable tells variables of one name apart; empty if it is none
 * @param parameter the number of the parameter that it is, or -1
 */
public record Path(Root root, String name, String variable, int parameter, List<String> fields) {
  /** Where a path begins. */
  public enum Root {
    /** The object whose method it is. */
    THIS,
    /** The object around that, in an inner or anonymous class. */
    OUTER,
    /** A parameter or local variable that is never assigned again. */
    VARIABLE,
    /** A variable whose object was made in this call and has not been given to anyone. */
    FRESH,
    /** The fabric, which has one of each shared resource; also what is static. */
    SHARED,
    /** Nobody knows. */
    UNKNOWN
  }

  private static final String ELEMENT = "[]";
  private static final String BELOW = "..";
  private static final int LONGEST = 3;

  /** The object whose method it is. */
  public static final Path THIS = new Path(Root.THIS, "this", "", -1, List.of());

  /** What there is one of. */
  public static final Path SHARED = new Path(Root.SHARED, "", "", -1, List.of());

  /** Nobody knows. */
  public static final Path UNKNOWN = new Path(Root.UNKNOWN, "?", "", -1, List.of());

  /** An object that was just made. */
  public static final Path FRESH = new Path(Root.FRESH, "new", "", -1, List.of());

  /** The object of class {@code name} around this one. */
  public static Path outer(String name) {
    return new Path(Root.OUTER, name, "", -1, List.of());
  }

  /** A variable; {@code parameter} is -1 if it is a local one. */
  public static Path variable(String name, String variable, int parameter) {
    return new Path(Root.VARIABLE, name, variable, parameter, List.of());
  }

  /** The object in final field {@code field} of this one, far down: some object below it. */
  public Path field(String field) {
    if (root == Root.UNKNOWN || fields.contains(BELOW)) {
      return this;
    }
    if (fields.size() == LONGEST) {
      return field(this, BELOW);
    }
    return field(this, field);
  }

  /** One of the objects that are in this collection. */
  public Path element() {
    return field(ELEMENT);
  }

  private static Path field(Path of, String field) {
    List<String> longer = new ArrayList<>(of.fields);
    longer.add(field);
    return new Path(of.root, of.name, of.variable, of.parameter, List.copyOf(longer));
  }

  /** The same variable, whose object nobody else has seen yet. */
  public Path fresh() {
    return new Path(Root.FRESH, name, variable, parameter, fields);
  }

  /** Whether it is the object whose method it is. */
  public boolean isThis() {
    return equals(THIS);
  }

  /** Whether it begins at the object whose method it is, so that it is the same in all its calls. */
  public boolean isOfThis() {
    return root == Root.THIS;
  }

  /** Whether it says which object is meant. */
  public boolean isKnown() {
    return root != Root.UNKNOWN && !fields.contains(ELEMENT) && !fields.contains(BELOW);
  }

  /** Whether nobody else can have the object. */
  public boolean isFresh() {
    return root == Root.FRESH;
  }

  /** As messages call it: {@code this.light}, {@code to}. */
  public String text() {
    return String.join(".", fields.isEmpty() ? List.of(name) : joined());
  }

  private List<String> joined() {
    List<String> all = new ArrayList<>(List.of(name));
    all.addAll(fields);
    return all;
  }
}
