package io.lappet.gen;

import org.jspecify.annotations.Nullable;

/** A woven object whose locks are named by a path in a method of its own class. */
public interface LockOwner {
  /** The lock of this name. */
  Monitor lockNamed(String name);

  /**
   * The lock {@code name} of {@code object}; null if it is a plain instance, which has no locks.
   *
   * @throws NullPointerException if {@code object} is null
   */
  static @Nullable Monitor lockOf(Object object, String name) {
    java.util.Objects.requireNonNull(object, "object");
    return object instanceof LockOwner owner ? owner.lockNamed(name) : null;
  }

  /**
   * What a method takes that only reads under the lock {@code name} of {@code object}; null if it is
   * a plain instance.
   *
   * @throws NullPointerException if {@code object} is null
   */
  static @Nullable Enterable readingOf(Object object, String name) {
    Monitor lock = lockOf(object, name);
    return lock == null ? null : lock.reading();
  }
}
