package io.lappet.internal.fabric;

/** Where a task comes from; its number as well, once somebody has asked for it. */
sealed interface Home permits Origin, Home.Named {
  Origin origin();

  /** With a number. */
  final class Named implements Home {
    private final Origin origin;
    private final long number;
    volatile String name = ""; // until somebody asks; written by the origin

    Named(Origin origin, long number) {
      this.origin = origin;
      this.number = number;
    }

    @Override
    public Origin origin() {
      return origin;
    }

    long number() {
      return number;
    }

    String name() {
      String known = name;
      return known.isEmpty() ? origin.nameOf(this) : known;
    }
  }
}
