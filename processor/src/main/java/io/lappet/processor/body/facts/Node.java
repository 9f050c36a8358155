package io.lappet.processor.body.facts;

/**
 * A resource, without the object that has it: the class that declares or first uses a name, and the
 * name.
 *
 * @param owner the full name of that class
 * @param name the name; empty for the unnamed lock of an object
 * @param shared whether there is one in a fabric, instead of one in each object
 */
public record Node(Kind kind, String owner, String name, boolean shared) {
  /** What it is. */
  public enum Kind {
    /** A lock of ours. */
    LOCK,
    /** A monitor, or a lock that the JDK has made. */
    FOREIGN,
    /** A gate. */
    GATE,
    /** A channel. */
    CHANNEL,
    /** Permits; those of one method alone have its id as their name. */
    PERMITS,
    /** A lane. */
    LANE,
    /** What runs on another thread. */
    TASK,
    /** The fabric, or a worker. */
    HANDLE
  }

  /** The class, as messages call it: without its package. */
  public String ownerLabel() {
    return owner.replaceFirst("^([a-z_$][\\w$]*\\.)+(?=[A-Z])", "");
  }

  /** As graphs call it: {@code Account.balance}. */
  public String label() {
    return ownerLabel() + "." + (name.isEmpty() ? "this" : name);
  }

  /** As messages quote it: {@code "balance"}. */
  public String quoted() {
    if (kind == Kind.FOREIGN && name.equals("monitor")) {
      return "the monitor of " + ownerLabel();
    }
    if (kind == Kind.PERMITS && name.contains("(")) {
      return "the permits of " + name.replaceAll("\\(.*", "()").replaceAll(".*\\.", "");
    }
    return name.isEmpty() ? "the lock of " + ownerLabel() : "\"%s\"".formatted(name);
  }
}
