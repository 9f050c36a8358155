package io.lappet.internal.seam;

import java.util.concurrent.locks.ReentrantLock;
import org.jspecify.annotations.Nullable;

/** A lock that says in reports what it guards, and who holds it. */
public class NamedLock extends ReentrantLock implements Deadlocks.Obstacle {
  private static final long serialVersionUID = 1;

  private final String kind;
  private final String name;

  /**
   * Makes one that is not fair.
   *
   * @param kind what is guarded, for instance {@code "gate"}
   * @param name its name
   */
  public NamedLock(String kind, String name) {
    this(kind, name, false);
  }

  /** As {@link #NamedLock(String, String)}, fair or not. */
  public NamedLock(String kind, String name, boolean fair) {
    super(fair);
    this.kind = kind;
    this.name = name;
  }

  /** The name of what is guarded. */
  public final String name() {
    return name;
  }

  /** What is guarded, and its name. */
  public String label() {
    return kind + " \"" + name + "\"";
  }

  /** Who holds it at the moment; null if nobody does. */
  public @Nullable Thread holder() {
    return getOwner();
  }

  @Override
  public final @Nullable Thread owner() {
    return getOwner();
  }

  @Override
  public final String toString() {
    Thread owner = getOwner();
    return label() + (owner == null ? "" : ", held by " + owner.getName());
  }
}
