package io.lappet.processor.topology;

import java.util.Comparator;
import java.util.Locale;

/**
 * Something that runs, or that is waited for.
 *
 * @param owner the full name of the class that it belongs to
 * @param name its name there
 * @param detail what else is to know of it, perhaps nothing
 */
record Node(Kind kind, String owner, String name, String detail) implements Comparable<Node> {
  /** What it is. */
  enum Kind {
    PRODUCER,
    TIMER,
    DAEMON,
    CONSUMER,
    TWIN,
    METHOD,
    CHANNEL,
    LOCK,
    GATE,
    PERMITS;

    String word() {
      return name().toLowerCase(Locale.ROOT);
    }

    /** Whether it is code that runs, and not what code uses. */
    boolean runs() {
      return compareTo(CHANNEL) < 0;
    }
  }

  private static final Comparator<Node> ORDER = Comparator.comparing(Node::owner)
      .thenComparing(Node::kind)
      .thenComparing(Node::name)
      .thenComparing(Node::detail);

  /** As edges and lists call it. */
  String id() {
    return owner + "." + name;
  }

  /** The class without its package, and the name. */
  String label() {
    return simpleOwner() + "." + name;
  }

  String simpleOwner() {
    return owner.substring(owner.lastIndexOf('.') + 1);
  }

  /** One line of the list that teams keep. */
  String line() {
    return kind.word() + " " + id() + (detail.isEmpty() ? "" : " (" + detail + ")");
  }

  @Override
  public int compareTo(Node other) {
    return ORDER.compare(this, other);
  }
}
