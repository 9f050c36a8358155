package io.lappet.internal.config;

/**
 * What can be configured.
 *
 * @param component as the class is called, without the number of the object
 * @param member the method, or the resource
 * @param element of its annotation
 */
record Key(String component, String member, String element) {
  private static final String ANY = "*";

  /** The same of any component. */
  Key ofAny() {
    return new Key(ANY, member, element);
  }

  @Override
  public String toString() {
    return component + "." + member + "." + element;
  }
}
