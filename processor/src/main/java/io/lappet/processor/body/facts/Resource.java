package io.lappet.processor.body.facts;

import java.util.Optional;

/**
 * A resource of an object.
 *
 * @param of the object that has it; {@link Path#SHARED} if there is one in a fabric
 * @param key what chooses among the locks of one name
 */
public record Resource(Path of, Node node, Optional<Path> key) {
  /** The resource {@code node} of {@code of}. */
  public static Resource of(Path of, Node node) {
    return new Resource(node.shared() ? Path.SHARED : of, node, Optional.empty());
  }

  /** The same one of another object. */
  public Resource on(Path other, Optional<Path> otherKey) {
    return new Resource(node.shared() ? of : other, node, otherKey);
  }

  /** The same one of a fabric of which it is not known which of several it is. */
  public Resource ofSomeFabric() {
    return new Resource(Path.UNKNOWN, node, key);
  }

  /** Whether it is shared in one of several fabrics, so that another one may be meant elsewhere. */
  public boolean isOfSomeFabric() {
    return node.shared() && !of.equals(Path.SHARED);
  }

  /** Whether both are certainly one, seen from one call. */
  public boolean isSame(Resource other) {
    return equals(other) && of.isKnown() && key.map(Path::isKnown).orElse(true);
  }

  /** Whether calls on one object always mean this same one. */
  public boolean isExact() {
    return (node.shared() || of.isOfThis() && of.isKnown()) && key.isEmpty();
  }
}
