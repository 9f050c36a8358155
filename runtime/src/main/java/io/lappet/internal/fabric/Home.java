package io.lappet.internal.fabric;

/** Where a task comes from; its number as well, once somebody has asked for it. */
sealed interface Home permits Origin, Home.Named {
  Origin origin();

  /** With a number. */
  final class Named implements Home {
    private final Origin origin;
    private final long number;
    private volatile String name = ""; // until somebody asks; written with the lock of the origin

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
      return known.isEmpty() ? makeName() : known;
    }

    private String makeName() {
      origin.naming.lock();
      try {
        if (name.isEmpty()) {
          name = origin.nextName(number);
        }
        return name;
      } finally {
        origin.naming.unlock();
      }
    }
  }
}
