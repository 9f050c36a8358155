package io.lappet.processor.topology;

import java.util.Comparator;

/** That one node has to do with another; both by their ids. */
record Edge(String from, Kind kind, String to) implements Comparable<Edge> {
  /** What the first does with the second. */
  enum Kind {
    SENDS("sends to"),
    RECEIVES("receives from"),
    BURIES("sends failures to"),
    RUNS("runs"),
    TAKES("takes"),
    READS("takes to read"),
    WAITS("waits for"),
    THEN("is held while taking");

    private final String words;

    Kind(String words) {
      this.words = words;
    }

    String words() {
      return words;
    }
  }

  private static final Comparator<Edge> ORDER =
      Comparator.comparing(Edge::from).thenComparing(Edge::kind).thenComparing(Edge::to);

  /** One line of the list that teams keep. */
  String line() {
    return from + " " + kind.words() + " " + to;
  }

  @Override
  public int compareTo(Edge other) {
    return ORDER.compare(this, other);
  }
}
