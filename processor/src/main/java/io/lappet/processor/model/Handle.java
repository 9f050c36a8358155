package io.lappet.processor.model;

import java.util.Optional;

/** How generated code reaches what a name in an annotation means. */
public sealed interface Handle {
  /** The name, as it is written. */
  String text();

  /** The way that a call goes to get it. */
  default Optional<PathModel> way() {
    return Optional.empty();
  }

  /** A resource with a field in the woven class: of the object itself, or a shared one. */
  record Own(String text) implements Handle {}

  /**
   * A resource that another object hands out.
   *
   * @param readWrite whether it is both sides of a read-write lock
   */
  record Path(String text, PathModel path, boolean readWrite) implements Handle {
    @Override
    public Optional<PathModel> way() {
      return Optional.of(path);
    }
  }

  /**
   * A lock without a method that hands it out, of another object that is woven from the same class.
   *
   * @param owner the way to that object
   * @param lock the name of the lock there
   */
  record OfOwner(String text, PathModel owner, String lock) implements Handle {
    @Override
    public Optional<PathModel> way() {
      return Optional.of(owner);
    }
  }
}
